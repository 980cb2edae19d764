package org.passerelle.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Rooms.aRoom;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.availability.query.NaiveFreeTimes;
import org.passerelle.booking.Rooms;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/** The measure of the others must itself be right. */
class NaiveFreeTimesTests {

    private static final Instant NINE = Instant.parse("2026-04-01T09:00:00Z");
    private static final Room SEINE = Rooms.SEINE;

    private static Interval minutes(int from, int to) {
        return Interval.of(NINE.plusSeconds(60L * from), NINE.plusSeconds(60L * to));
    }

    private static NaiveFreeTimes holding(Interval time) {
        return new NaiveFreeTimes(Rooms.directory(SEINE), List.of(new Held(1, time)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, true",
        "15, 20, true",
        "20, 25, false",
        "15, 25, false",
        "25, 30, false",
        "30, 35, true",
    })
    void holdsEverySlotThatIsTouched(int from, int to, boolean free) {
        var times = holding(minutes(22, 28));
        var asked = minutes(from, to);

        assertThat(times.isFree(1, Slots.first(asked), Slots.endExclusive(asked)))
                .isEqualTo(free);
    }

    @Test
    void givesBackWhatIsTakenAway() {
        var times = holding(minutes(0, 10));

        times.remove(new Held(1, minutes(0, 10)));

        assertThat(times.isFree(1, Slots.containing(NINE), Slots.containing(NINE) + 1))
                .isTrue();
    }

    @Test
    void setsOneBitForEachSlotTaken() {
        long first = Slots.containing(NINE) / 64 * 64;
        long[] words = new long[2];

        holding(Interval.of(Slots.start(first + 63), Duration.ofMinutes(10))).addTaken(1, first, words);

        assertThat(words).containsExactly(1L << 63, 1L);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01T08:02, PT5M, true",
        "2026-04-01T08:01:59, PT5M, false",
        "2026-04-01T19:55, PT3M, true",
        "2026-04-01T19:55, PT3M1S, false",
        "2026-05-08T09:00, PT1H, false",
    })
    void isOpenToTheMinute(String start, String length, boolean open) {
        Room room = aRoom("melun-room", 1).open("Mo-Su 08:02-19:58").build();
        var times = new NaiveFreeTimes(Rooms.directory(room), List.of());
        var from = LocalDateTime.parse(start).atZone(Rooms.PARIS).toInstant();

        assertThat(times.isOpen(room, Interval.of(from, Duration.parse(length))))
                .isEqualTo(open);
    }
}
