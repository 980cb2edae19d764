package org.passerelle.calendar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.calendar.CalendarBookings.ALMONT;
import static org.passerelle.calendar.CalendarBookings.CAMILLE;
import static org.passerelle.calendar.CalendarBookings.SEINE;
import static org.passerelle.calendar.CalendarBookings.numbered;
import static org.passerelle.calendar.CalendarBookings.occurrence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.calendar.CalendarBookings;
import org.passerelle.calendar.IcsReading;
import org.passerelle.calendar.StrictReading;
import org.passerelle.calendar.StrictReading.Date;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Interval;
import org.passerelle.time.Property;
import org.passerelle.time.Recurrence;

/** Two programs that share no code with ours, nor with each other, find in a feed what is booked. */
class FeedReadBackTests {

    private static final List<String> ZONES = List.of(
            "Europe/Paris",
            "Europe/Amsterdam",
            "Europe/London",
            "America/Montreal",
            "America/New_York",
            "Australia/Sydney",
            "Asia/Tokyo",
            "Africa/Casablanca",
            "UTC");

    /** How many are drawn; more in {@code -Pnightly}. */
    private static final int NETWORKS = Integer.getInteger("feed.networks", 24);

    private static final List<String> RULES = List.of(
            "FREQ=DAILY",
            "FREQ=DAILY;INTERVAL=3",
            "FREQ=WEEKLY",
            "FREQ=WEEKLY;BYDAY=MO,WE,FR",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU",
            "FREQ=MONTHLY;BYDAY=-1SU",
            "FREQ=MONTHLY;BYDAY=2MO",
            "FREQ=MONTHLY;BYMONTHDAY=29");

    /** Some bookings, told apart by their numbers. */
    private record Network(List<Booking> bookings) {

        List<Date> dates() {
            return bookings.stream()
                    .flatMap(booking -> booking.occupying()
                            .map(date -> new Date(
                                    booking.uid().value(),
                                    date.time(),
                                    booking.content().title())))
                    .sorted()
                    .toList();
        }

        @Override
        public String toString() {
            return bookings.stream()
                    .map(booking -> booking.uid().value() + " " + booking.schedule())
                    .collect(Collectors.joining("\n"));
        }
    }

    @Test
    void aFeedSaysWhatWasBookedBeforeTheRuleMovedOn() {
        Booking booking = CalendarBookings.aSeriesThatMovedOn();
        try (FeedsOnPaper network = new FeedsOnPaper()) {
            network.store(booking);

            for (FeedDetail detail : FeedDetail.values()) {
                byte[] ics = network.fetch(network.feed(CAMILLE, FeedScope.SITE, "melun", detail))
                        .body();

                assertThat(StrictReading.dates(ics))
                        .extracting(Date::time)
                        .containsExactlyElementsOf(
                                booking.occupying().map(Occurrence::time).toList());
            }
        }
    }

    @Test
    void aFeedSaysWhatIsBookedOverAnySeriesThroughClockChanges() {
        AtomicInteger readByBoth = new AtomicInteger();
        AtomicInteger throughAChange = new AtomicInteger();

        Property.check(20261122, NETWORKS, FeedReadBackTests::network, booked -> {
            try (FeedsOnPaper network = new FeedsOnPaper()) {
                network.store(booked.bookings().toArray(Booking[]::new));
                byte[] ics = network.fetch(network.feed(CAMILLE, FeedScope.SITE, "melun", FeedDetail.FULL))
                        .body();

                List<Date> read = StrictReading.dates(ics);

                assertThat(read).hasSameElementsAs(booked.dates()).hasSameSizeAs(booked.dates());
                Map<String, List<Interval>> readByAnother = IcsReading.byUid(ics);
                booked.bookings().stream()
                        .filter(FeedReadBackTests::isReadByAnother)
                        .forEach(booking -> {
                            assertThat(readByAnother.get(booking.uid().value()))
                                    .containsExactlyInAnyOrderElementsOf(booking.occupying()
                                            .map(Occurrence::time)
                                            .toList());
                            readByBoth.incrementAndGet();
                            throughAChange.addAndGet(isThroughAChange(booking) ? 1 : 0);
                        });
            }
        });

        assertThat(readByBoth.get()).isGreaterThanOrEqualTo(NETWORKS * 10 / 3);
        assertThat(throughAChange.get()).isGreaterThanOrEqualTo(NETWORKS * 5 / 6);
    }

    /** On the very day on which clocks change biweekly takes times for those of the offset before. */
    private static boolean isReadByAnother(Booking booking) {
        ZoneId zone = booking.schedule().zone();
        Stream<Instant> times = booking.occurrences().stream()
                .map(Occurrence::time)
                .flatMap(time -> Stream.of(time.start(), time.end()));
        Stream<Instant> first = booking.schedule().recurrence().stream()
                .flatMap(rule -> rule.first(1, booking.schedule().start(), zone).stream())
                .map(Recurrence.Start::instant);
        return Stream.concat(times, first)
                .map(moment -> moment.atZone(zone).toLocalDate())
                .allMatch(day -> zone.getRules()
                        .getOffset(day.atStartOfDay())
                        .equals(zone.getRules().getOffset(day.plusDays(1).atStartOfDay())));
    }

    private static boolean isThroughAChange(Booking booking) {
        return booking.occupying()
                        .map(date -> booking.schedule()
                                .zone()
                                .getRules()
                                .getOffset(date.time().start()))
                        .distinct()
                        .count()
                > 1;
    }

    private static Network network(Random random) {
        List<Booking> bookings = new ArrayList<>();
        for (int number = 1; number <= 12; number++) {
            Booking booking = numbered(random.nextInt(4) == 0 ? single(random) : series(random), number);
            if (booking.occupying().findAny().isPresent()) {
                bookings.add(booking);
            }
        }
        return new Network(bookings);
    }

    private static Booking single(Random random) {
        return CalendarBookings.single(zone(random), start(random), length(random));
    }

    private static Booking series(Random random) {
        String end = random.nextBoolean()
                ? ";COUNT=" + (2 + random.nextInt(30))
                : ";UNTIL=" + day(random, 240).toString().replace("-", "");
        String start = start(random);
        String[] excluded = Stream.generate(() -> LocalDateTime.parse(start).toLocalDate())
                .limit(random.nextInt(3))
                .map(first -> first.plusDays(random.nextInt(60)).toString())
                .distinct()
                .toArray(String[]::new);
        Booking plain = CalendarBookings.series(
                zone(random), start, said(random), RULES.get(random.nextInt(RULES.size())) + end, excluded);
        return plain.withOccurrences(
                plain.occurrences().stream().map(date -> changed(date, random)).toList());
    }

    private static Occurrence changed(Occurrence date, Random random) {
        Duration length = date.time().length();
        return switch (random.nextInt(10)) {
            case 0 -> date.in(OccurrenceState.CANCELLED);
            case 1 ->
                occurrence(
                        date.recurrenceId(),
                        date.time().start().plusSeconds(900L * (1 + random.nextInt(90))),
                        length,
                        SEINE);
            case 2 -> occurrence(date.recurrenceId(), date.time().start(), length.plusMinutes(30), SEINE);
            case 3 -> occurrence(date.recurrenceId(), date.time().start(), length, ALMONT);
            default -> date;
        };
    }

    private static String zone(Random random) {
        return ZONES.get(random.nextInt(ZONES.size()));
    }

    /** Often near a change of clocks, and in its hours. */
    private static String start(Random random) {
        LocalDate day = random.nextBoolean()
                ? day(random, 300)
                : List.of("2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25", "2026-11-01", "2026-04-05").stream()
                        .map(LocalDate::parse)
                        .toList()
                        .get(random.nextInt(6));
        int hour = random.nextBoolean() ? 1 + random.nextInt(3) : 7 + random.nextInt(12);
        return day.atTime(hour, 15 * random.nextInt(4)).toString();
    }

    private static LocalDate day(Random random, int most) {
        return LocalDate.of(2026, 3, 10).plusDays(random.nextInt(most));
    }

    /** Elapsed time, or what the clock on the wall counts: days, nights and mornings. */
    private static EventDuration said(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> EventDuration.parse("P1D");
            case 1 -> new EventDuration(length(random), Duration.ZERO);
            case 2 -> new EventDuration(length(random), Duration.ofMinutes(30));
            default -> EventDuration.exact(length(random));
        };
    }

    private static Duration length(Random random) {
        return Duration.ofMinutes(15L * (1 + random.nextInt(16)));
    }
}
