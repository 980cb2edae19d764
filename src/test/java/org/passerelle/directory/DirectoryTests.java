package org.passerelle.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.directory.BookingRules.Buffers;
import org.passerelle.time.HalfDays;

class DirectoryTests {

    private static final Site MELUN = new Site(
            new SiteId("melun"),
            "Melun",
            new OperatorId("ville"),
            ZoneId.of("Europe/Paris"),
            new Site.SiteLocation("Centre-ville", 48.5, 2.6),
            HalfDays.DEFAULT,
            List.of());

    private static Room room(String id, Buffers buffers) {
        var usual = BookingRules.DEFAULT;
        var rules = new BookingRules(
                usual.openingHours(),
                usual.shortest(),
                usual.longest(),
                usual.notice(),
                usual.horizon(),
                buffers,
                usual.access());
        var profile = new RoomProfile(id, 4, List.of(), id + "@rooms.example", List.of(), false);
        return new Room(new RoomId(id), MELUN.id(), RoomKind.MEETING, profile, rules, List.of(), List.of(1));
    }

    private static Directory directory(Room... rooms) {
        return new Directory(1, List.of(), List.of(MELUN), List.of(rooms));
    }

    @Test
    void findsARoomByItsAddressInUpperOrLowerCase() {
        var seine = room("melun-seine", Buffers.NONE);

        assertThat(directory(seine).roomAddressedAs("Melun-Seine@Rooms.Example"))
                .contains(seine);
        assertThat(directory(seine).roomAddressedAs("melun-loing@rooms.example"))
                .isEmpty();
    }

    @Test
    void keepsRoomsInTheirOrder() {
        var seine = room("melun-seine", Buffers.NONE);
        var almont = room("melun-almont", Buffers.NONE);

        assertThat(directory(seine, almont).rooms()).containsExactly(seine, almont);
        assertThat(directory(seine, almont).roomsAt(MELUN.id())).containsExactly(seine, almont);
    }

    @Test
    void knowsTheLongestBufferBeforeOrAfter() {
        var before = room("a", new Buffers(Duration.ofMinutes(20), Duration.ZERO));
        var after = room("b", new Buffers(Duration.ZERO, Duration.ofMinutes(30)));

        assertThat(directory(before, after).longestBuffer()).hasMinutes(30);
        assertThat(directory().longestBuffer()).isZero();
    }

    @Test
    void refusesTheSameRoomTwice() {
        var seine = room("melun-seine", Buffers.NONE);

        assertThatThrownBy(() -> directory(seine, seine))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("melun-seine");
    }

    @Test
    void refusesARoomAtASiteThatItDoesNotHave() {
        var seine = room("melun-seine", Buffers.NONE);

        assertThatThrownBy(() -> new Directory(1, List.of(), List.of(), List.of(seine)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
