package org.passerelle.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTests {

    private static final Instant MIDNIGHT = Instant.parse("2026-03-25T00:00:00Z");
    private static final Interval TEN_TO_TWELVE = hours(10, 12);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "before, 7, 9, false, false, ''",
        "right before, 8, 10, false, true, ''",
        "over the start, 9, 11, true, false, 10-11",
        "over both ends, 9, 13, true, false, 10-12",
        "the same, 10, 12, true, false, 10-12",
        "over the end, 11, 13, true, false, 11-12",
        "right after, 12, 14, false, true, ''",
        "after, 13, 15, false, false, ''",
    })
    void comparesInBothDirections(String where, int from, int to, boolean overlaps, boolean abuts, String shared) {
        var other = hours(from, to);

        assertThat(List.of(TEN_TO_TWELVE.overlaps(other), other.overlaps(TEN_TO_TWELVE)))
                .containsOnly(overlaps);
        assertThat(List.of(TEN_TO_TWELVE.abuts(other), other.abuts(TEN_TO_TWELVE)))
                .containsOnly(abuts);

        assertThat(TEN_TO_TWELVE.intersection(other).map(IntervalTests::text).orElse(""))
                .isEqualTo(shared);
        assertThat(other.intersection(TEN_TO_TWELVE)).isEqualTo(TEN_TO_TWELVE.intersection(other));
    }

    @ParameterizedTest
    @CsvSource({"7, 9, 9-10", "8, 10, ''", "9, 13, ''", "12, 14, ''", "13, 15, 12-13"})
    void hasAGapOnlyToWhatIsApart(int from, int to, String gap) {
        var other = hours(from, to);

        assertThat(TEN_TO_TWELVE.gap(other).map(IntervalTests::text).orElse("")).isEqualTo(gap);

        assertThat(other.gap(TEN_TO_TWELVE)).isEqualTo(TEN_TO_TWELVE.gap(other));
    }

    @ParameterizedTest
    @CsvSource({"9, 11, false", "10, 11, true", "10, 12, true", "11, 12, true", "11, 13, false", "9, 13, false"})
    void enclosesWhatDoesNotReachBeyondIt(int from, int to, boolean encloses) {
        assertThat(TEN_TO_TWELVE.encloses(hours(from, to))).isEqualTo(encloses);
    }

    @Test
    void containsItsStartAndNotItsEnd() {
        assertThat(TEN_TO_TWELVE.contains(TEN_TO_TWELVE.start())).isTrue();

        assertThat(TEN_TO_TWELVE.contains(TEN_TO_TWELVE.end())).isFalse();

        assertThat(TEN_TO_TWELVE.contains(TEN_TO_TWELVE.start().minusNanos(1))).isFalse();
    }

    @Test
    void refusesToBeEmptyOrToEndBeforeItStarts() {
        assertThatIllegalArgumentException().isThrownBy(() -> hours(10, 10));

        assertThatIllegalArgumentException().isThrownBy(() -> hours(11, 10));
    }

    @Test
    void isExtendedByBuffers() {
        var extended = TEN_TO_TWELVE.extendedBy(Duration.ofHours(1), Duration.ofHours(2));

        assertThat(extended).isEqualTo(hours(9, 14));

        assertThat(extended.length()).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void mergesWhatOverlapsAndWhatAbuts() {
        var merged = Interval.merge(List.of(hours(14, 16), hours(8, 9), hours(15, 17), hours(9, 10), hours(14, 15)));

        assertThat(merged).containsExactly(hours(8, 10), hours(14, 17));
    }

    @Test
    void mergesNothingToNothing() {
        assertThat(Interval.merge(List.of())).isEmpty();
    }

    @Test
    void mergesToTheSameHoursInTheFewestIntervals() {
        Property.check(11, 200, IntervalTests::anyIntervals, intervals -> {
            var merged = Interval.merge(intervals);

            assertThat(hoursOf(merged)).isEqualTo(hoursOf(intervals));
            for (int i = 1; i < merged.size(); i++) {
                assertThat(merged.get(i - 1).gap(merged.get(i))).isPresent();
            }
        });
    }

    private static List<Interval> anyIntervals(Random random) {
        var intervals = new ArrayList<Interval>();
        for (int i = random.nextInt(12); i > 0; i--) {
            int start = random.nextInt(60);
            intervals.add(hours(start, start + 1 + random.nextInt(6)));
        }
        return intervals;
    }

    private static TreeSet<Long> hoursOf(List<Interval> intervals) {
        var hours = new TreeSet<Long>();
        intervals.forEach(
                each -> LongStream.range(hour(each.start()), hour(each.end())).forEach(hours::add));
        return hours;
    }

    private static Interval hours(int from, int to) {
        return Interval.of(MIDNIGHT.plus(Duration.ofHours(from)), MIDNIGHT.plus(Duration.ofHours(to)));
    }

    private static long hour(Instant instant) {
        return Duration.between(MIDNIGHT, instant).toHours();
    }

    private static String text(Interval interval) {
        return hour(interval.start()) + "-" + hour(interval.end());
    }
}
