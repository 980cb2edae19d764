package org.passerelle.caldav.put;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.invitation.text.Reader;
import org.passerelle.notification.notice.NoticeText;
import org.passerelle.notification.notice.PersonalNotice;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever invited rooms in vain hears of it by mail; on 30 March 2028, when nothing can be booked yet. */
class DeclinedEventsTests extends HttpTest {

    private static final String EVENT = """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            UID:in-vain
            DTSTAMP:20260325T090000Z
            DTSTART;TZID=Europe/Paris:20280330T090000
            DURATION:PT1H
            SUMMARY:In vain
            ATTENDEE:mailto:melun-seine@rooms.it77.example
            END:VEVENT
            END:VCALENDAR
            """;

    @Autowired
    private DeclinedEvents declined;

    @Autowired
    private Accounts accounts;

    @Test
    void tellsWhoInvitedRoomsInVainOnceAWhileHasPassedAndTheEventIsStillThere() {
        Person louis = accounts.person(new EmailAddress(LOUIS)).orElseThrow();
        TestClient program = as(LOUIS).with("Content-Type", "text/calendar");
        String path = "/dav/calendars/" + louis.id().text() + "/bookings/in-vain.ics";
        program.send("PUT", path, BodyPublishers.ofString(EVENT));
        Instant now = clock.instant();

        assertThat(notices(now, louis)).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        List<PersonalNotice> notices = notices(clock.instant(), louis);

        assertThat(notices).hasSize(1);
        Reader reader = new Reader(Locale.ENGLISH, Optional.of(ZoneId.of("Europe/Paris")), Optional.empty());
        NoticeText text = declined.text(notices.get(0), louis, reader).orElseThrow();
        assertThat(text.subject()).contains("In vain");
        assertThat(String.join(" ", text.lead())).contains("30 Mar", "24");
        program.delete(path);
        assertThat(declined.text(notices.get(0), louis, reader)).isEmpty();
    }

    private List<PersonalNotice> notices(Instant now, Person to) {
        return declined.standing(now).stream()
                .filter(notice ->
                        notice.to().equals(to.id()) && notice.subject().equals("in-vain.ics"))
                .toList();
    }
}
