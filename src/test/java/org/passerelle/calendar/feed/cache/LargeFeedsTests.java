package org.passerelle.calendar.feed.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.calendar.CalendarBookings.CAMILLE;
import static org.passerelle.calendar.CalendarBookings.TODAY;
import static org.passerelle.calendar.CalendarBookings.content;
import static org.passerelle.calendar.CalendarBookings.numbered;
import static org.passerelle.calendar.CalendarBookings.single;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Visibility;
import org.passerelle.calendar.CalendarBookings;
import org.passerelle.calendar.feed.FeedScope;
import org.passerelle.calendar.feed.FeedWriter;
import org.passerelle.calendar.feed.FeedsOnPaper;
import org.passerelle.calendar.feed.PublishedCalendar;

/** Calendars of many rooms or people, of whose bookings a file can show a small part. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeFeedsTests {

    private static final int BOOKINGS = 20_000;
    private static final Duration APART = Duration.ofMinutes(25);
    private static final LocalDateTime FIRST = LocalDateTime.parse("2026-02-25T10:00");

    private final FeedsOnPaper network = filled();

    @AfterAll
    void close() {
        network.close();
    }

    private static FeedsOnPaper filled() {
        FeedsOnPaper network = new FeedsOnPaper();
        network.storeNew(
                IntStream.range(0, BOOKINGS).mapToObj(LargeFeedsTests::booking).toList());
        return network;
    }

    /** Some are over, and all of them would weigh twice what a cache may. */
    private static Booking booking(int number) {
        String start = FIRST.plus(APART.multipliedBy(number)).toString();
        return numbered(single("Europe/Paris", start, Duration.ofMinutes(20)), number + 1);
    }

    private String feed(FeedScope scope, String of) {
        return network.feed(CAMILLE, scope, of, FeedDetail.FULL);
    }

    private static String day(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)
                .format(moment.atZone(ZoneId.of("Europe/Paris")));
    }

    private static long coming(Instant now, Instant until) {
        return IntStream.range(0, BOOKINGS)
                .mapToObj(LargeFeedsTests::booking)
                .map(booking -> booking.occurrences().get(0).time())
                .filter(time -> time.end().isAfter(now) && time.start().isBefore(until))
                .count();
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATOR, ville",
        "SITE, melun",
        "ROOM, melun-seine",
        "ORGANISATION, atelier-brie",
        "PERSON, camille@atelier-brie.example"
    })
    void showAllThatComesUntilTheDayFromWhichTheySayThatSomeIsMissing(FeedScope scope, String of) {
        PublishedCalendar calendar = network.fetch(feed(scope, of));

        String text = new String(calendar.body(), StandardCharsets.UTF_8);
        Instant until = calendar.leftOutFrom().orElseThrow();
        assertThat(calendar.body()).hasSizeBetween(500_000, FeedWriter.MOST_BYTES);
        assertThat(text.replace("\r\n ", "")).contains("from " + day(until) + " on\\, dates are missing");
        assertThat(text.split("BEGIN:VEVENT", -1)).hasSize(1 + (int) coming(TODAY, until));
    }

    @Test
    void areKeptWithinBounds() {
        for (FeedSource source : new FeedSource[] {
            new FeedSource.OfRooms(Set.of(1)),
            new FeedSource.MadeFor(CAMILLE.organisation().orElseThrow()),
            new FeedSource.MadeBy(CAMILLE.id())
        }) {
            FeedCache.Contents contents = network.bean(FeedCaches.class)
                    .read(source, CalendarBookings.directory())
                    .contents();

            assertThat(contents.weight()).isBetween(1 << 20, (int) FeedGathering.MOST_BYTES);
            assertThat(contents.until()).isPresent();
        }
    }

    @Test
    void hearOfWhatIsBookedAmongTheNextAndNotOfWhatIsFarther() {
        try (FeedsOnPaper own = filled()) {
            String feed = own.feed(CAMILLE, FeedScope.OPERATOR, "ville", FeedDetail.FULL);
            own.fetch(feed);
            int reads = own.reads();

            own.store(
                    called("Tout de suite", numbered(single("Europe/Paris", "2026-03-26T12:00", APART), BOOKINGS + 1)),
                    called("Plus tard", numbered(single("Europe/Paris", "2026-12-26T12:00", APART), BOOKINGS + 2)));

            assertThat(own.text(feed)).contains("Tout de suite").doesNotContain("Plus tard");
            assertThat(own.reads()).isEqualTo(reads + 1);
        }
    }

    private static Booking called(String title, Booking booking) {
        return booking.withContent(content(title, "", Visibility.ORGANISATION));
    }

    @Test
    void moveOnWithTheDays() {
        try (FeedsOnPaper own = filled()) {
            String feed = own.feed(CAMILLE, FeedScope.OPERATOR, "ville", FeedDetail.BUSY);
            Instant before = own.fetch(feed).leftOutFrom().orElseThrow();

            own.pass(Duration.ofDays(10));

            Instant after = own.fetch(feed).leftOutFrom().orElseThrow();
            assertThat(Duration.between(before, after)).isBetween(Duration.ofDays(9), Duration.ofDays(11));
        }
    }
}
