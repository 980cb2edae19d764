package org.passerelle.notification.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.invitation.Readers;
import org.passerelle.invitation.text.MessageContent.Line;
import org.passerelle.invitation.text.Reader;
import org.passerelle.notification.choice.ChosenMails;
import org.passerelle.notification.choice.DigestRhythm;
import org.passerelle.notification.choice.MailChoices;
import org.passerelle.notification.notice.NoticeText;
import org.passerelle.notification.notice.PersonalNotice;
import org.springframework.beans.factory.annotation.Autowired;

/** Bookings are summed up in the morning for whoever wants that, as often as they want it, and for nobody else. */
class MorningDigestsTests extends HttpTest {

    @Autowired
    private MorningDigests digests;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Readers readers;

    @Autowired
    private DigestTexts texts;

    private Person account(String email) {
        as(ADMIN).put("/api/v1/admin/people/" + email, """
                {"name":"Summed Up","role":"MEMBER","organisation":"atelier-brie","password":"%s"}""".formatted(PASSWORD));
        return accounts.person(new EmailAddress(email)).orElseThrow();
    }

    private void choose(String email, String digest) {
        assertThat(as(email)
                        .put("/api/v1/me/notifications", "{\"digest\":\"" + digest + "\"}")
                        .body())
                .contains("\"digest\":\"" + digest + "\"");
    }

    private void book(String email, String title, String start) {
        assertThat(as(email)
                        .post("/api/v1/bookings", """
                {"title":"%s","start":"%s","timeZone":"Europe/Paris","duration":"PT1H","rooms":["moret-visio"]}""".formatted(title, start))
                        .statusCode())
                .isEqualTo(201);
    }

    /** Those that stand for {@code person} at {@code time}. */
    private List<PersonalNotice> standing(Person person, String time) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(time)));
        return digests.standing(clock.instant()).stream()
                .filter(notice -> notice.to().equals(person.id()))
                .toList();
    }

    private Optional<NoticeText> text(PersonalNotice notice, Person person, Locale language) {
        return digests.text(
                notice, person, new Reader(language, Optional.of(ZoneId.of("Europe/Paris")), Optional.empty()));
    }

    private static List<String> titles(NoticeText text) {
        return text.facts().get(0).lines().stream().map(Line::text).toList();
    }

    @Test
    void tellsTheDayAfterTheQuietHoursAndBeforeNoon() {
        String email = "summed.daily@atelier-brie.example";
        Person person = account(email);
        book(email, "Second of the day", "2026-03-26T15:00");
        book(email, "First of the day", "2026-03-26T10:00");
        book(email, "Tomorrow", "2026-03-27T10:00");
        choose(email, "DAILY");

        assertThat(standing(person, "2026-03-26T05:30:00Z")).isEmpty();
        List<PersonalNotice> morning = standing(person, "2026-03-26T06:05:00Z");
        assertThat(morning).hasSize(1);
        NoticeText text = text(morning.get(0), person, Locale.ENGLISH).orElseThrow();
        assertThat(text.subject()).isEqualTo("Today: 2 bookings");
        assertThat(titles(text)).containsExactly("First of the day", "Second of the day");
        assertThat(text(morning.get(0), person, Locale.FRENCH).orElseThrow().subject())
                .contains("2 réservations");
        assertThat(standing(person, "2026-03-26T11:05:00Z")).isEmpty();
    }

    @Test
    void tellsTheWeekOnMondayAlone() {
        String email = "summed.weekly@atelier-brie.example";
        Person person = account(email);
        book(email, "On Tuesday", "2026-03-31T10:00");
        book(email, "On Thursday", "2026-04-02T10:00");
        book(email, "In a week", "2026-04-07T10:00");
        choose(email, "WEEKLY");

        assertThat(standing(person, "2026-03-27T08:00:00Z")).isEmpty();
        List<PersonalNotice> monday = standing(person, "2026-03-30T08:00:00Z");
        assertThat(monday).hasSize(1);
        assertThat(titles(text(monday.get(0), person, Locale.ENGLISH).orElseThrow()))
                .containsExactly("On Tuesday", "On Thursday");
    }

    @Test
    void saysNothingOfAnEmptyDayAndNothingToWhoeverWantsNone() {
        String email = "summed.never@atelier-brie.example";
        Person person = account(email);
        choose(email, "DAILY");

        List<PersonalNotice> morning = standing(person, "2026-03-26T08:00:00Z");
        assertThat(morning).hasSize(1);
        assertThat(text(morning.get(0), person, Locale.ENGLISH)).isEmpty();
        choose(email, "NEVER");
        assertThat(standing(person, "2026-03-26T08:05:00Z")).isEmpty();
    }

    @Test
    void isChosenOnThePageOfMails() {
        String email = "summed.page@atelier-brie.example";
        account(email);
        TestClient browser = browserOf(email).with("Accept-Language", "en");

        browser.postForm(
                "/preferences/mails", Map.of("_csrf", browser.csrfOf("/preferences/mails"), "digest", "WEEKLY"));

        assertThat(TestClient.json(as(email).get("/api/v1/me/notifications"))
                        .get("digest")
                        .asString())
                .isEqualTo("WEEKLY");
    }

    @Test
    void whoseChoicesCannotBeReadKeepsNobodyElseFromBeingTold() {
        Person broken = account("summed.broken@atelier-brie.example");
        Person other = account("summed.after@atelier-brie.example");
        Map<PersonId, DigestRhythm> both = new LinkedHashMap<>();
        both.put(broken.id(), DigestRhythm.DAILY);
        both.put(other.id(), DigestRhythm.DAILY);
        ChosenMails chosen = new ChosenMails() {
            @Override
            public MailChoices of(PersonId person) {
                if (person.equals(broken.id())) {
                    throw new IllegalStateException("Nobody foresaw this");
                }
                return MailChoices.DEFAULT;
            }

            @Override
            public Map<PersonId, DigestRhythm> digests() {
                return both;
            }

            @Override
            public void put(PersonId person, MailChoices choices) {}
        };
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-03-26T08:10:00Z")));

        assertThat(new MorningDigests(chosen, accounts, readers, texts, clock).standing(clock.instant()))
                .extracting(PersonalNotice::to)
                .containsExactly(other.id());
    }
}
