package org.passerelle.calendar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.calendar.CalendarBookings.CAMILLE;
import static org.passerelle.calendar.CalendarBookings.LOUIS;
import static org.passerelle.calendar.CalendarBookings.TODAY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Visibility;
import org.passerelle.calendar.CalendarBookings;
import org.passerelle.calendar.PartStat;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.calendar.write.AttendeeAnswers.AttendeeAnswer;

/** Who comes, in the calendars of those who invite. */
class FeedAnswersTests {

    private static final Attendee KIM = new Attendee(new EmailAddress("kim@example.org"), "Kim");
    private static final Attendee SAM = new Attendee(new EmailAddress("sam@example.org"), "Sam");

    private FeedsOnPaper network;
    private Booking meeting;

    @BeforeEach
    void open() {
        network = new FeedsOnPaper();
        meeting = CalendarBookings.single("Europe/Paris", "2026-04-01T09:00", Duration.ofHours(1))
                .withContent(new Content(
                        "Point", "Ordre du jour", Visibility.PUBLIC, 0, List.of(KIM, SAM), Optional.empty()));
        network.store(meeting);
        network.answer(meeting, unanswered("Kim"), unanswered("Sam"));
    }

    @AfterEach
    void close() {
        network.close();
    }

    private static AttendeeAnswer unanswered(String name) {
        return new AttendeeAnswer(name, PartStat.NEEDS_ACTION, Optional.empty(), Optional.empty());
    }

    private static AttendeeAnswer accepted(String name, Instant at) {
        return new AttendeeAnswer(name, PartStat.ACCEPTED, Optional.empty(), Optional.of(at));
    }

    private String own() {
        return network.feed(CAMILLE, FeedScope.PERSON, CAMILLE.email().value(), FeedDetail.FULL);
    }

    private String text(String token) {
        return network.text(token).replace("\r\n ", "");
    }

    @Test
    void tellInWordsWhoComesAndChangeWithEachAnswer() {
        String token = own();
        PublishedCalendar before = network.fetch(token);
        Instant answered = TODAY.plus(Duration.ofDays(1));

        assertThat(text(token)).contains("DESCRIPTION:Ordre du jour\\n\\nNo answer: Kim\\, Sam");
        network.answer(meeting, accepted("Kim", answered), unanswered("Sam"));

        assertThat(text(token))
                .contains("DESCRIPTION:Ordre du jour\\n\\nAccepted: Kim\\nNo answer: Sam")
                .contains("DTSTAMP:20260326T090000Z", "LAST-MODIFIED:20260326T090000Z");
        assertThat(network.fetch(token).etag()).isNotEqualTo(before.etag());
    }

    @Test
    void areNoInvitationsThatOneCouldAnswer() {
        assertThat(text(own())).contains("Kim").doesNotContain("ATTENDEE", "ORGANIZER");
    }

    @Test
    void tellTheOrganisersAloneAndOnlyInFull() {
        String organisation = CAMILLE.organisation().orElseThrow().value();

        assertThat(text(network.feed(CAMILLE, FeedScope.ORGANISATION, organisation, FeedDetail.FULL)))
                .contains("No answer");
        assertThat(text(network.feed(LOUIS, FeedScope.ORGANISATION, organisation, FeedDetail.FULL)))
                .contains("Ordre du jour")
                .doesNotContain("No answer", "Kim");
        assertThat(text(network.feed(CAMILLE, FeedScope.PERSON, CAMILLE.email().value(), FeedDetail.MASKED)))
                .doesNotContain("Kim");
        assertThat(text(network.feed(CAMILLE, FeedScope.ROOM, "melun-seine", FeedDetail.FULL)))
                .doesNotContain("Kim");
    }

    @Test
    void tellOfSingleDatesAndInFrench() {
        Instant date = Instant.parse("2026-04-01T07:00:00Z");
        network.answer(
                meeting,
                accepted("Kim", TODAY),
                new AttendeeAnswer("Kim", PartStat.DECLINED, Optional.of(date), Optional.of(TODAY)));

        String token = network.issued(
                        CAMILLE, FeedScope.PERSON, CAMILLE.email().value(), FeedDetail.FULL, Locale.FRENCH)
                .token();

        assertThat(text(token)).contains("Viennent\u202f: Kim\\nmer. 1er avr. 2026 – Ne viennent pas\u202f: Kim");
    }
}
