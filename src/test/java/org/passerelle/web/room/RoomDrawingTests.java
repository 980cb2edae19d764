package org.passerelle.web.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.directory.BookingRules;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.RoomProfile;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.arrangement.Layout;

class RoomDrawingTests {

    private static final Pattern CHAIR = Pattern.compile("M(-?\\d+) (-?\\d+)h4a1 1");
    private static final int CHAIR_SIZE = 6;
    private static final int DISTINGUISHED = 120;

    private static Room room(RoomKind kind, int seats) {
        return new Room(
                new RoomId("drawn"),
                new SiteId("melun"),
                kind,
                new RoomProfile("Drawn", seats, List.of(), "drawn@rooms.example", List.of(), true),
                BookingRules.DEFAULT,
                List.of(),
                List.of(1));
    }

    static Stream<RoomDrawing> plans() {
        return IntStream.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 17, 20, 33, 60, 119, 120, 500)
                .boxed()
                .flatMap(seats -> Stream.concat(
                        Stream.of(RoomKind.values())
                                .filter(kind -> kind != RoomKind.EQUIPMENT)
                                .map(kind -> RoomDrawing.of(room(kind, seats))),
                        Stream.of("theatre", "classroom", "u-shape", "board", "circle", "cabaret", "banquet", "islands")
                                .map(id -> RoomDrawing.of(room(RoomKind.MEETING, seats), Layout.called(id))
                                        .orElseThrow())));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 7, 20, 77, 120, 121})
    void drawsAChairForEachSeatAsFarAsTheyCanBeToldApart(int seats) {
        for (RoomKind kind : RoomKind.values()) {
            int drawn = kind == RoomKind.EQUIPMENT ? 0 : Math.min(seats, DISTINGUISHED);

            assertThat(RoomDrawing.of(room(kind, seats)).chairs())
                    .as(kind.name())
                    .isEqualTo(drawn);
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void keepsChairsWithinTheWallsAndApart(RoomDrawing plan) {
        List<MatchResult> chairs = CHAIR.matcher(plan.seats()).results().toList();

        assertThat(chairs).hasSize(plan.chairs()).hasSizeGreaterThan(0);
        for (int i = 0; i < chairs.size(); i++) {
            int x = number(chairs.get(i), 1) - 1;
            int y = number(chairs.get(i), 2);
            assertThat(x).as(plan.viewBox()).isBetween(1, plan.width() - CHAIR_SIZE - 1);
            assertThat(y).as(plan.viewBox()).isBetween(1, plan.height() - CHAIR_SIZE - 1);
            for (int j = 0; j < i; j++) {
                boolean overlap = Math.abs(number(chairs.get(j), 1) - 1 - x) < CHAIR_SIZE
                        && Math.abs(number(chairs.get(j), 2) - y) < CHAIR_SIZE;
                assertThat(overlap)
                        .as("chairs %d and %d of %d", j, i, chairs.size())
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"amphitheatre", ""})
    void drawsNothingOfALayoutThatItDoesNotKnow(String id) {
        assertThat(RoomDrawing.of(room(RoomKind.MEETING, 8), Layout.called(id))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 30})
    void seatsAsManyAsTheLayoutSays(int seats) {
        Layout layout = new Layout(
                "theatre", Optional.empty(), Optional.of(seats), Optional.of(Duration.ZERO), Optional.empty());

        assertThat(RoomDrawing.of(room(RoomKind.MEETING, 8), layout)
                        .orElseThrow()
                        .chairs())
                .isEqualTo(seats);
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
