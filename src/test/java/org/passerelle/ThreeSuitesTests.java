package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Three suites at three sites on three clocks, in one conference, over HTTP and SMTP as the world sees it: one call books and
 * links them and mails everybody; whatever is changed, each mail, feed, link and room follows.
 */
class ThreeSuitesTests extends HttpTest {

    private static final String MELUN = "melun-telepresence";
    private static final String AMSTERDAM = "amsterdam-telepresence";
    private static final String MONTREAL = "montreal-telepresence";
    private static final String FONTAINEBLEAU = "fontainebleau-telepresence";
    private static final String KIM = "kim@outside.example";
    private static final String SAM = "sam@elsewhere.example";
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeAll
    static void startTheMailServer() {
        if (!MAIL.isRunning()) {
            MAIL.start();
        }
    }

    @AfterAll
    static void stopTheMailServer() {
        MAIL.stop();
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        startTheMailServer();
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    }

    @BeforeEach
    void forgetEarlierMail() throws Exception {
        MAIL.purgeEmailFromAllMailboxes();
    }

    private int pauses;

    /** What one person was sent. */
    private record Mail(String to, String subject, String text, String calendar) {

        String line(String name) {
            return calendar.lines()
                    .filter(line -> line.startsWith(name))
                    .findFirst()
                    .orElse("");
        }
    }

    private JsonNode book(String start, String more) {
        HttpResponse<String> booked = as(CAMILLE)
                .post("/api/v1/bookings", """
                        {"title": "Comité à trois", "start": "%s", "timeZone": "Europe/Paris", "duration": "PT1H", "rooms": [%s],
                         "attendees": [{"email": "%s", "name": "Kim"}, {"email": "%s", "name": "Sam"}],
                         "conference": {"provider": "jitsi"}%s}""".formatted(start, quoted(MELUN, AMSTERDAM, MONTREAL), KIM, SAM, more));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        return TestClient.json(booked);
    }

    private static String quoted(String... rooms) {
        return Arrays.stream(rooms).map(room -> '"' + room + '"').collect(Collectors.joining(", "));
    }

    /** So much later each time that its news does not wait for more, also after the clock was set back. */
    private void patchLater(String path, String body) {
        pauses++;
        clock.advance(Duration.ofMinutes(6L * pauses));
        patch(path, body);
    }

    private void patch(String path, String body) {
        HttpResponse<String> patched = as(CAMILLE).patch("/api/v1/bookings/" + path, body);
        assertThat(patched.statusCode()).as(patched.body()).isEqualTo(200);
    }

    private JsonNode conference(String booking) {
        return TestClient.json(as(CAMILLE).get("/api/v1/bookings/" + booking + "/conference"));
    }

    private List<String> linkedRooms(String booking) {
        return StreamSupport.stream(conference(booking).get("rooms").spliterator(), false)
                .map(each -> each.get("room").asString())
                .toList();
    }

    private String link(String booking, String room) {
        return StreamSupport.stream(conference(booking).get("rooms").spliterator(), false)
                .filter(each -> each.get("room").asString().equals(room))
                .map(each -> URI.create(each.get("joinUrl").asString()).getPath())
                .findFirst()
                .orElseThrow();
    }

    private String feed(String room) {
        HttpResponse<String> made =
                as(CAMILLE).post("/api/v1/feeds", "{\"scope\":\"ROOM\",\"of\":\"" + room + "\",\"detail\":\"FULL\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return URI.create(TestClient.json(made).get("url").asString()).getPath();
    }

    private String calendar(String feed) {
        return anonymous().get(feed).body().replace("\r\n ", "");
    }

    private boolean isFree(String room, String start) {
        HttpResponse<String> booked = as(NADIA).post("/api/v1/bookings", """
                        {"title": "Autre chose", "start": "%s", "timeZone": "Europe/Paris", "duration": "PT1H",
                         "rooms": ["%s"]}""".formatted(start, room));
        assertThat(booked.statusCode()).as(booked.body()).isIn(201, 409);
        return booked.statusCode() == 201;
    }

    /** The mails that are sent, once there are so many; they are forgotten then. */
    private List<Mail> mails(int count) throws Exception {
        await().atMost(Duration.ofSeconds(30)).until(() -> MAIL.getReceivedMessages().length >= count);
        List<Mail> read = new ArrayList<>();
        for (MimeMessage message : MAIL.getReceivedMessages()) {
            read.add(new Mail(
                    ((InternetAddress) message.getAllRecipients()[0]).getAddress(),
                    message.getSubject(),
                    content(message, "text/plain"),
                    content(message, "text/calendar").replace("\r\n ", "")));
        }
        MAIL.purgeEmailFromAllMailboxes();
        assertThat(read).hasSize(count);
        return read;
    }

    private static String content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart one = parts.getBodyPart(i);
                String found = content(one, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private void at(String instant) {
        clock.reset();
        clock.advance(Duration.between(MutableClock.TODAY, Instant.parse(instant)));
    }

    @Test
    void areBookedLinkedAndMailedByOneCallAndChangedAsOne() throws Exception {
        List<String> feeds = List.of(feed(MELUN), feed(AMSTERDAM), feed(MONTREAL));
        JsonNode booking = book("2026-05-05T15:00", "");
        String id = booking.get("id").asString();
        String uid = booking.get("uid").asString();

        assertThat(mails(2)).extracting(Mail::to).containsExactlyInAnyOrder(KIM, SAM);
        assertThat(linkedRooms(id)).containsExactly(MELUN, AMSTERDAM, MONTREAL);
        String conference = conference(id).get("room").asString();
        String amsterdam = link(id, AMSTERDAM);
        String montreal = link(id, MONTREAL);
        assertThat(List.of(link(id, MELUN), amsterdam, montreal)).doesNotHaveDuplicates();
        assertThat(anonymous().get(montreal).body()).contains("15:00–16:00", "09:00–10:00", "Montréal", "Amsterdam");
        feeds.forEach(feed -> await().untilAsserted(() ->
                assertThat(calendar(feed)).contains("UID:" + uid, "DTSTART;TZID=Europe/Paris:20260505T150000")));
        assertThat(isFree(MONTREAL, "2026-05-05T15:30")).isFalse();

        patchLater(id, "{\"rooms\": [" + quoted(MELUN, MONTREAL) + "]}");

        assertThat(mails(2)).allSatisfy(mail -> {
            assertThat(mail.text()).contains("Montréal", "Changement de salles", "téléprésence (Amsterdam)");
            assertThat(mail.line("LOCATION")).contains("Montréal").doesNotContain("Amsterdam");
            assertThat(mail.line("SEQUENCE")).isEqualTo("SEQUENCE:1");
            assertThat(mail.line("UID")).isEqualTo("UID:" + uid);
        });
        assertThat(linkedRooms(id)).containsExactly(MELUN, MONTREAL);
        assertThat(anonymous().get(amsterdam).statusCode()).isEqualTo(410);
        assertThat(anonymous().with("Accept-Language", "en").get(amsterdam).body())
                .contains("does not take part", "Another room may stand in for it");
        assertThat(anonymous().get(montreal).statusCode()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(calendar(feeds.get(1))).doesNotContain(uid));
        await().untilAsserted(() ->
                assertThat(calendar(feeds.get(2))).contains("UID:" + uid).doesNotContain("Amsterdam"));
        assertThat(isFree(AMSTERDAM, "2026-05-05T15:00")).isTrue();

        String fontainebleau = feed(FONTAINEBLEAU);
        patchLater(id, "{\"start\": \"2026-05-05T17:00\", \"rooms\": [" + quoted(FONTAINEBLEAU, MONTREAL) + "]}");

        assertThat(mails(2)).allSatisfy(mail -> {
            assertThat(mail.text()).contains("17:00–18:00", "11:00–12:00", "15:00–16:00", "Fontainebleau");
            assertThat(mail.line("SEQUENCE")).isEqualTo("SEQUENCE:2");
        });
        assertThat(linkedRooms(id)).containsExactly(FONTAINEBLEAU, MONTREAL);
        assertThat(conference(id).get("room").asString()).isEqualTo(conference);
        assertThat(link(id, MONTREAL)).isEqualTo(montreal);
        await().untilAsserted(() -> assertThat(calendar(feeds.get(0))).doesNotContain(uid));
        await().untilAsserted(() -> assertThat(calendar(fontainebleau))
                .contains("UID:" + uid, "DTSTART;TZID=Europe/Paris:20260505T170000"));
        assertThat(isFree(MELUN, "2026-05-05T17:00")).isTrue();
        assertThat(isFree(MONTREAL, "2026-05-05T15:00")).isTrue();
        at("2026-05-05T13:00:00Z");
        assertThat(anonymous().with("Accept-Language", "en").get(montreal).body())
                .contains("not open yet", "17:00–18:00", "11:00–12:00", "was changed");
        at("2026-05-05T15:00:00Z");
        assertThat(anonymous().with("Accept-Language", "en").get(montreal).body())
                .contains("It is time.");
    }

    @Test
    void tellEachReaderTheTimeAtEachSiteAndGiveEachALinkOfTheirOwn() throws Exception {
        String id = book("2026-05-06T15:00", "").get("id").asString();

        List<Mail> mails = mails(2);

        assertThat(mails).allSatisfy(mail -> {
            assertThat(mail.text())
                    .contains("15:00–16:00 (heure de Paris)", "Melun", "Amsterdam", "Montréal", "09:00–10:00")
                    .contains("/join/");
            assertThat(mail.line("METHOD")).isEqualTo("METHOD:REQUEST");
            assertThat(mail.line("SEQUENCE")).isEqualTo("SEQUENCE:0");
            assertThat(mail.line("LOCATION")).contains("Melun", "Amsterdam", "Montréal");
        });
        List<String> links = mails.stream()
                .map(mail -> mail.text().replaceAll("(?s).*(/join/[a-z0-9.-]+).*", "$1"))
                .toList();
        assertThat(links).doesNotHaveDuplicates().doesNotContain(link(id, MELUN));
        assertThat(links)
                .allSatisfy(
                        link -> assertThat(anonymous().get(link).statusCode()).isEqualTo(200));
    }

    @Test
    void changeOnOneDateOfASeriesAndOnNoOther() throws Exception {
        String second = "2026-05-19T13:00:00Z";
        String third = "2026-05-26T13:00:00Z";
        List<String> feeds = List.of(feed(AMSTERDAM), feed(MONTREAL));
        JsonNode booking = book("2026-05-12T15:00", ", \"recurrence\": \"FREQ=WEEKLY;COUNT=3\"");
        String id = booking.get("id").asString();
        mails(2);
        String amsterdam = link(id, AMSTERDAM);

        patchLater(id + "/occurrences/" + second, "{\"rooms\": [" + quoted(MELUN, MONTREAL) + "]}");

        assertThat(mails(2)).allSatisfy(mail -> {
            assertThat(mail.line("RECURRENCE-ID")).contains("20260519T150000");
            assertThat(mail.text())
                    .contains("19 mai", "09:00–10:00", "Changement de salles", "téléprésence (Amsterdam)");
            assertThat(mail.line("LOCATION")).doesNotContain("Amsterdam");
        });
        assertThat(isFree(AMSTERDAM, "2026-05-19T15:00")).isTrue();
        assertThat(isFree(AMSTERDAM, "2026-05-12T15:00")).isFalse();
        await().untilAsserted(() -> assertThat(dates(calendar(feeds.get(0)))).isEqualTo(2));
        await().untilAsserted(() -> assertThat(dates(calendar(feeds.get(1)))).isEqualTo(3));
        at("2026-05-19T13:00:00Z");
        assertThat(anonymous().with("Accept-Language", "en").get(amsterdam).body())
                .contains("not open yet", "26 May 2026");
        assertThat(linkedRooms(id)).containsExactly(MELUN, MONTREAL);
        clock.reset();

        patchLater(id + "/occurrences/" + third, "{\"start\": \"2026-05-26T16:30\"}");

        assertThat(mails(2)).allSatisfy(mail -> {
            assertThat(mail.line("RECURRENCE-ID")).contains("20260526T150000");
            assertThat(mail.text()).contains("16:30–17:30", "10:30–11:30", "15:00–16:00", "Amsterdam");
        });
        assertThat(isFree(MONTREAL, "2026-05-26T15:00")).isTrue();
        await().untilAsserted(
                        () -> assertThat(calendar(feeds.get(1))).contains("DTSTART;TZID=Europe/Paris:20260526T163000"));
        at("2026-05-26T14:25:00Z");
        assertThat(anonymous().with("Accept-Language", "en").get(amsterdam).body())
                .contains("It is time.", "16:30–17:30");
    }

    /** How many dates of a weekly series a calendar has, by its rule, what that leaves out, and what stands beside it. */
    private static long dates(String calendar) {
        assertThat(calendar).contains("SUMMARY:Comité à trois");
        long all = calendar.contains("RRULE:FREQ=WEEKLY") ? 3 : 0;
        long left = calendar.lines().filter(line -> line.startsWith("EXDATE")).count();
        return all - left;
    }

    @Test
    void mailNobodyWhenTheMeetingGoesOn() throws Exception {
        String id = book("2026-05-07T15:00", "").get("id").asString();
        mails(2);
        at("2026-05-07T13:57:00Z");

        String own = URI.create(conference(id).get("joinUrl").asString()).getPath();
        anonymous().postForm(own + "/longer", Map.of("end", "2026-05-07T14:00:00Z"));

        assertThat(isFree(MONTREAL, "2026-05-07T16:10")).isFalse();
        patch(id, "{\"attendees\": [{\"email\": \"" + KIM + "\"}, {\"email\": \"lea@outside.example\"}]}");
        List<Mail> told = mails(2);
        assertThat(told)
                .extracting(mail -> mail.to() + " " + mail.line("METHOD"))
                .containsExactlyInAnyOrder("lea@outside.example METHOD:REQUEST", SAM + " METHOD:CANCEL");
        // Who is no longer invited is given no way in, not even that of guests.
        assertThat(told)
                .allSatisfy(mail -> assertThat((mail.text() + mail.calendar()).contains("/join/"))
                        .isEqualTo(!mail.to().equals(SAM)));
    }
}
