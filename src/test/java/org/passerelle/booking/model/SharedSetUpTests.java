package org.passerelle.booking.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/** Two meetings in one room share no claim exactly when between them lies the longer of the times that they need. */
class SharedSetUpTests {

    private static final RoomId ROOM = new RoomId("atrium");
    private static final Instant NINE = Instant.parse("2026-04-01T07:00:00Z");

    /** A meeting, so many minutes from nine on, and what is kept free around it. */
    private record Meeting(int from, int to, int before, int after) {

        Interval time() {
            return Interval.of(minute(from), minute(to));
        }

        Place place(boolean isShared) {
            Interval occupied = Interval.of(minute(from - before), minute(to + after));
            return new Place(
                    ROOM,
                    List.of(1),
                    occupied,
                    Optional.empty(),
                    isShared ? Optional.of(new Place.SharedSetUp(List.of(2), time())) : Optional.empty());
        }

        boolean leavesRoomFor(Meeting next, boolean isShared) {
            int between = next.from - to;
            return between >= (isShared ? Math.max(after, next.before) : after + next.before);
        }
    }

    private static Instant minute(int from) {
        return NINE.plus(Duration.ofMinutes(from));
    }

    private static Set<Long> claims(Place place) {
        return place.claims().boxed().collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void claimsOfTwoMeetingsMeetUnlessThereIsTimeBetweenThem(boolean isShared) {
        Random random = new Random(16);
        int apart = 0;
        for (int i = 0; i < 20_000; i++) {
            Meeting one = meeting(random);
            Meeting other = meeting(random);
            boolean isFree = one.leavesRoomFor(other, isShared) || other.leavesRoomFor(one, isShared);
            apart += isFree ? 1 : 0;

            Set<Long> shared = claims(one.place(isShared));
            shared.retainAll(claims(other.place(isShared)));

            assertThat(shared.isEmpty()).as("%s and %s", one, other).isEqualTo(isFree);
            assertThat(one.place(isShared).excludes(other.place(isShared))).isNotEqualTo(isFree);
        }
        assertThat(apart).isBetween(1_000, 19_000);
    }

    private static Meeting meeting(Random random) {
        int from = 5 * random.nextInt(40);
        return new Meeting(from, from + 5 * (1 + random.nextInt(6)), 5 * random.nextInt(6), 5 * random.nextInt(6));
    }

    @Test
    void aPartThatSharesNoTimeIsHeldAllOfIt() {
        Meeting meeting = new Meeting(0, 60, 30, 15);
        Place combined = new Place(
                ROOM,
                List.of(1, 3),
                meeting.place(false).occupied(),
                Optional.empty(),
                Optional.of(new Place.SharedSetUp(List.of(2, 3), meeting.time())));

        assertThat(combined.stretches().filter(held -> held.number() == 3)).hasSize(1);
        assertThat(combined.claims().filter(claim -> Claims.number(claim) == 3).count())
                .isEqualTo((30 + 60 + 15) / 5);
        assertThat(combined.claims().distinct().count())
                .isEqualTo(combined.claims().count());
    }

    @Test
    void whatEndsEarlyKeepsItsTimeAfter() {
        Meeting meeting = new Meeting(0, 60, 30, 15);
        Occurrence date =
                new Occurrence(NINE, meeting.time(), List.of(meeting.place(true)), List.of(), OccurrenceState.PLANNED);

        Occurrence ended = date.shortened(minute(40));

        assertThat(Arrays.stream(Claims.of(List.of(ended))).boxed())
                .containsExactlyInAnyOrderElementsOf(claims(new Meeting(0, 40, 30, 15).place(true)));
    }
}
