package org.passerelle.booking.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.Rooms.PARIS;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.OnEmbeddedStore;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.StoredBookings;
import org.passerelle.booking.edits.SeriesUnderEdit.Part;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.calendar.write.BookingCalendars;
import org.passerelle.time.Interval;

/**
 * A series is booked, moved, cut, called off in part, put back and given other rules while time passes. After each edit its
 * dates are those of a diary kept beside it, whatever it holds is held once, and its calendar file tells the same.
 * {@code -Dseries.edits=} says how many such stories there are, {@code -Dseries.seed=} with which they begin.
 */
class RandomSeriesEditsTests extends OnEmbeddedStore {

    private static final int STORIES = Integer.getInteger("series.edits", 16);
    private static final long SEED = Long.getLong("series.seed", 20261130);
    private static final int STEPS = 14;

    private final BookingCalendars calendars = new BookingCalendars(Rooms::directory, People.accounts());

    @Test
    void aSeriesHasTheDatesOfADiaryAfterEachEdit() {
        int refused = 0;
        for (long seed = SEED; seed < SEED + STORIES; seed++) {
            forgetAll();
            refused += tell(seed);
        }
        System.out.printf(
                "series edits: seeds %d and %d on, %d of %d refused%n", SEED, STORIES, refused, STORIES * STEPS);
        assertThat(refused).isLessThan(STORIES * STEPS / 3);
    }

    private void forgetAll() {
        documents().deleteMany(new org.bson.Document());
    }

    private int tell(long seed) {
        BookingDesk desk = new BookingDesk(MongoBookingsWiring.over(template()));
        desk.clock.advance(Duration.ofDays(166));
        SeriesUnderEdit series = new SeriesUnderEdit(desk, new Random(seed * 0x9E3779B97F4A7C15L));
        StoredBookings stored = new StoredBookings(documents(), desk.bookings);
        List<String> story = new ArrayList<>();
        try {
            story.add("booked " + series.parts().get(0).twin().rhythm());
            for (int step = 0; step < STEPS; step++) {
                story.add(series.edit());
                series.parts().forEach(this::requireAgreement);
                stored.assertSound();
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("-Dseries.seed=" + seed + "\n" + String.join("\n", story), e);
        }
        return series.refused();
    }

    private void requireAgreement(Part part) {
        List<Interval> booked = part.booking().occurrences().stream()
                .filter(date -> date.occupies())
                .map(date -> date.time())
                .sorted(java.util.Comparator.comparing(Interval::start))
                .toList();
        assertThat(booked.stream().map(RandomSeriesEditsTests::text))
                .as("dates of %s", part.twin())
                .containsExactlyElementsOf(part.twin().shown().stream()
                        .map(line -> line.start() + " " + line.length())
                        .sorted()
                        .toList());
        if (!part.booking().isVoid() && !booked.isEmpty()) {
            assertThat(calendars.read(part.booking(), CAMILLE))
                    .as("calendar file")
                    .isEqualTo(booked);
        }
    }

    private static String text(Interval time) {
        return LocalDateTime.ofInstant(time.start(), PARIS) + " " + time.length();
    }
}
