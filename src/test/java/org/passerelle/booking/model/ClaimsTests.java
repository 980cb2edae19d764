package org.passerelle.booking.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;
import org.passerelle.time.Property;

/** Claims as numbers: every slot that is touched, for each number, each once. */
class ClaimsTests {

    private static final RoomId ROOM = new RoomId("room");

    private static Occurrence occurrence(Interval time, Integer... numbers) {
        Place place = new Place(ROOM, List.of(numbers), time);
        return new Occurrence(time.start(), time, List.of(place), List.of(), OccurrenceState.PLANNED);
    }

    @ParameterizedTest
    @CsvSource({
        "09:00:00, 09:05:00, 1",
        "09:00:00, 09:05:01, 2",
        "09:04:59, 09:05:00, 1",
        "09:04:59, 09:05:01, 2",
        "09:01:00, 09:59:00, 12",
        "09:00:00, 10:00:00, 12",
    })
    void touchesEachSlotItSharesAMomentWith(String from, String to, int slots) {
        Interval time = Interval.of(Instant.parse("2026-04-01T" + from + "Z"), Instant.parse("2026-04-01T" + to + "Z"));

        assertThat(Claims.of(List.of(7), time).toArray()).hasSize(slots);
        assertThat(Claims.count(3, time)).isEqualTo(3L * slots);
    }

    @Test
    void putsNumberAndSlotSideBySide() {
        long claim = Claims.of(Integer.MAX_VALUE, 0xFFFF_FFFFL);

        assertThat(Claims.number(claim)).isEqualTo(Integer.MAX_VALUE);
        assertThat(Claims.slot(claim)).isEqualTo(0xFFFF_FFFFL);
        assertThat(Claims.of(2, 1)).isEqualTo(8_589_934_593L);
    }

    @Test
    void claimsNothingForWhatIsCancelled() {
        Interval time = Interval.of(Instant.EPOCH.plusSeconds(1_900_000_000), Instant.EPOCH.plusSeconds(1_900_003_600));

        assertThat(Claims.of(List.of(occurrence(time, 1).in(OccurrenceState.CANCELLED))))
                .isEmpty();
        assertThat(Claims.of(List.of(occurrence(time, 1).in(OccurrenceState.ENDED))))
                .isNotEmpty();
    }

    @Test
    void claimsAreTheUnionOfAllDatesInAnyOrder() {
        Property.check(42, 200, ClaimsTests::occurrences, dates -> {
            List<Occurrence> shuffled = new ArrayList<>(dates);
            Collections.reverse(shuffled);
            TreeSet<Long> union = new TreeSet<>();
            dates.forEach(date -> LongStream.of(Claims.of(List.of(date))).forEach(union::add));

            assertThat(Claims.of(dates)).containsExactly(union.toArray(Long[]::new));
            assertThat(Claims.of(shuffled)).isEqualTo(Claims.of(dates));
        });
    }

    private static List<Occurrence> occurrences(Random random) {
        Instant base = Instant.parse("2026-04-01T00:00:00Z");
        List<Occurrence> dates = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            Instant start = base.plusSeconds(random.nextInt(7_200));
            dates.add(occurrence(
                    Interval.of(start, start.plusSeconds(1 + random.nextInt(7_200))), 1 + random.nextInt(3)));
        }
        return dates;
    }
}
