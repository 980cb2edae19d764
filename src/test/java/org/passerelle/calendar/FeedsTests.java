package org.passerelle.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.calendar.CalendarBookings.CAMILLE;
import static org.passerelle.calendar.CalendarBookings.LOUIS;
import static org.passerelle.calendar.CalendarBookings.NADIA;
import static org.passerelle.calendar.CalendarBookings.SEINE;
import static org.passerelle.calendar.CalendarBookings.TODAY;
import static org.passerelle.calendar.CalendarBookings.content;
import static org.passerelle.calendar.CalendarBookings.series;
import static org.passerelle.calendar.CalendarBookings.single;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.account.Person;
import org.passerelle.booking.Booking;
import org.passerelle.booking.BookingState;
import org.passerelle.booking.Occurrence;
import org.passerelle.booking.Status;
import org.passerelle.booking.Visibility;
import org.passerelle.directory.RoomId;

class FeedsTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Booking MEETING = single("Europe/Paris", "2026-04-01T09:00", HOUR);

    private final FeedsOnPaper network = new FeedsOnPaper();
    private final Feeds feeds = network.feeds();

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void publishesARoomInTheFormEveryClientReads() throws IOException {
        network.store(series("Europe/Paris", "2026-03-17T09:00", HOUR, "FREQ=WEEKLY;COUNT=8", "2026-04-07"));
        Feed.Issued issued =
                feeds.ofRoom(LOUIS.id(), SEINE, FeedDetail.FULL, Locale.FRENCH).orElseThrow();

        String body = new String(fetch(issued).body(), StandardCharsets.UTF_8).replace(issued.id(), "feed-id");

        Golden.assertMatches("feed.ics", body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void showsTheSameTimesAsTheBookings() {
        Booking weekly = series("Europe/Paris", "2026-03-03T09:00", HOUR, "FREQ=WEEKLY;COUNT=40", "2026-04-07");
        network.store(weekly);

        assertThat(IcsReading.intervals(fetch(feed(CAMILLE, FeedDetail.BUSY)).body()))
                .containsExactlyElementsOf(
                        weekly.occupying().map(Occurrence::time).toList());
    }

    @Test
    void tellsTitlesAndNotesInFullToColleagues() {
        network.store(MEETING);

        assertThat(text(feed(LOUIS, FeedDetail.FULL)))
                .contains("SUMMARY:Comité de pilotage", "DESCRIPTION:Ordre du jour", "LOCATION:Salle Seine (Melun)")
                .doesNotContain("kim@example.org", "ATTENDEE", "ORGANIZER", "camille");
    }

    @Test
    void tellsTitlesWithoutNotesWhenMasked() {
        network.store(MEETING);

        assertThat(text(feed(LOUIS, FeedDetail.MASKED)))
                .contains("SUMMARY:Comité de pilotage")
                .doesNotContain("Ordre du jour", "kim@example.org");
    }

    @Test
    void masksWhatIsPublicButNotOfTheOwnOrganisation() {
        network.store(MEETING.withContent(content("Portes ouvertes", "", Visibility.PUBLIC)));

        assertThat(text(feed(NADIA, FeedDetail.MASKED))).doesNotContain("Portes ouvertes");
        assertThat(text(feed(NADIA, FeedDetail.FULL))).contains("Portes ouvertes");
    }

    @Test
    void tellsNobodysTitleWhenBusy() {
        network.store(MEETING);

        assertThat(text(feed(CAMILLE, FeedDetail.BUSY)))
                .contains("SUMMARY:Busy")
                .doesNotContain("pilotage", "jour");
    }

    @Test
    void tellsStrangersNothingWhateverTheDetail() {
        network.store(MEETING);

        assertThat(text(feed(NADIA, FeedDetail.FULL)))
                .contains("SUMMARY:Busy", "DTSTART;TZID=Europe/Paris:20260401T090000")
                .doesNotContain("pilotage", "jour", "LOCATION", "camille", "kim", "CREATED");
    }

    @Test
    void showsACombinedRoomTakenByItsPart() {
        network.store(MEETING);

        String salon = text(feeds.ofRoom(NADIA.id(), new RoomId("melun-grand-salon"), FeedDetail.FULL, Locale.ENGLISH)
                .orElseThrow());
        String almont = text(feeds.ofRoom(NADIA.id(), CalendarBookings.ALMONT, FeedDetail.FULL, Locale.ENGLISH)
                .orElseThrow());

        assertThat(salon).contains("BEGIN:VEVENT");
        assertThat(almont).doesNotContain("BEGIN:VEVENT");
    }

    @Test
    void leavesOutWhatIsCalledOffLapsedOrBeyondAYear() {
        Booking lapsing =
                MEETING.withStatus(Status.fresh(BookingState.HELD, Optional.of(TODAY.plusSeconds(600)), TODAY));
        network.store(lapsing);
        Feed.Issued feed = feed(CAMILLE, FeedDetail.FULL);
        assertThat(text(feed)).contains("STATUS:TENTATIVE");

        network.pass(Duration.ofMinutes(10));
        network.store(lapsing);
        assertThat(text(feed)).doesNotContain("VEVENT");

        network.store(MEETING.cancelled(TODAY));
        assertThat(text(feed)).doesNotContain("VEVENT");

        network.store(single("Europe/Paris", "2027-04-01T09:00", HOUR));
        assertThat(text(feed)).doesNotContain("VEVENT");
    }

    @Test
    void keepsItsTagWhileNothingChanges() {
        network.store(MEETING);
        Feed.Issued feed = feed(CAMILLE, FeedDetail.FULL);
        PublishedCalendar before = fetch(feed);

        network.pass(Duration.ofHours(2));
        network.store(MEETING);
        PublishedCalendar after = fetch(feed);

        assertThat(after).isNotSameAs(before);
        assertThat(after.etag()).isEqualTo(before.etag()).startsWith("\"").endsWith("\"");
        assertThat(after.lastModified()).isEqualTo(before.lastModified());
    }

    @Test
    void getsAnotherTagAndALaterDateWhenABookingIsCalledOff() {
        network.store(MEETING);
        Feed.Issued feed = feed(CAMILLE, FeedDetail.FULL);
        PublishedCalendar before = fetch(feed);

        network.store(MEETING.cancelled(TODAY));
        PublishedCalendar after = fetch(feed);

        assertThat(after.etag()).isNotEqualTo(before.etag());
        assertThat(after.lastModified()).isAfter(before.lastModified());
    }

    @Test
    void countsFetchesAndListsTheFeedWithoutItsAddress() {
        Feed.Issued issued = feed(CAMILLE, FeedDetail.MASKED);
        network.pass(HOUR);
        fetch(issued);
        fetch(issued);

        assertThat(feeds.of(CAMILLE.id()))
                .containsExactly(new Feed(
                        issued.id(),
                        FeedScope.ROOM,
                        "melun-seine",
                        FeedDetail.MASKED,
                        TODAY,
                        Optional.of(TODAY.plus(HOUR)),
                        2));
        assertThat(feeds.of(LOUIS.id())).isEmpty();
    }

    @Test
    void storesNoTokenThatWouldOpenAnything() {
        Feed.Issued issued = feed(CAMILLE, FeedDetail.FULL);

        assertThat(issued.token()).matches(Pattern.compile("[A-Za-z0-9_-]{43}"));
        assertThat(network.storedFeeds()).contains(issued.id()).doesNotContain(issued.token());
    }

    @Test
    void closesTheAddressOfARevokedFeedAtOnce() {
        Feed.Issued issued = feed(CAMILLE, FeedDetail.FULL);
        fetch(issued);

        assertThat(feeds.revoke(LOUIS.id(), issued.id())).isFalse();
        assertThat(feeds.fetch(issued.token())).isPresent();
        assertThat(feeds.revoke(CAMILLE.id(), issued.id())).isTrue();
        assertThat(feeds.fetch(issued.token())).isEmpty();
        assertThat(feeds.revoke(CAMILLE.id(), issued.id())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "../../etc/passwd", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "$ne"})
    void knowsNoOtherAddress(String token) {
        feed(CAMILLE, FeedDetail.FULL);

        assertThat(feeds.fetch(token)).isEmpty();
    }

    private Feed.Issued feed(Person owner, FeedDetail detail) {
        return feeds.ofRoom(owner.id(), SEINE, detail, Locale.ENGLISH).orElseThrow();
    }

    private PublishedCalendar fetch(Feed.Issued issued) {
        return feeds.fetch(issued.token()).orElseThrow();
    }

    private String text(Feed.Issued issued) {
        return new String(fetch(issued).body(), StandardCharsets.UTF_8);
    }
}
