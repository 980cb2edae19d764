package org.passerelle.availability.query;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;

/** What a {@link MeetingTimeQuery} comes to. */
public sealed interface MeetingTimes {

    /**
     * When all can meet, in the order asked for; never empty.
     *
     * @param more whether there are, or may be, further ones: beyond the limit, or not looked at because that would take too long
     */
    record Found(List<CommonSlot> slots, boolean more) implements MeetingTimes {

        public Found {
            slots = List.copyOf(slots);
        }
    }

    /**
     * There is no moment at which all can meet.
     *
     * @param binding positions of the parties of which each alone makes it impossible: without it the others could meet.
     *     When no single one does, all of them; when some are {@code roomless}, those
     * @param roomless positions of the parties whose site has no room that would do at any time
     * @param relaxation the smallest change that would make it possible; empty when none that was tried does
     */
    record NoCommonSlot(List<Integer> binding, List<Integer> roomless, Optional<Relaxation> relaxation)
            implements MeetingTimes {

        public NoCommonSlot {
            binding = List.copyOf(binding);
            roomless = List.copyOf(roomless);
        }
    }

    /**
     * A time at which each party has a room.
     *
     * @param time of the meeting, or of its first date
     * @param rooms one a party, in the order of the parties
     * @param score from 0 to 100, higher is better: within working hours everywhere, no lunch, little early or late
     */
    record CommonSlot(Interval time, List<Room> rooms, int score) {

        public CommonSlot {
            rooms = List.copyOf(rooms);
        }
    }

    /** What would have to give way; {@code slot} is the first that it makes possible. */
    sealed interface Relaxation {

        CommonSlot slot();

        /** A shorter meeting. */
        record Shorter(Duration duration, CommonSlot slot) implements Relaxation {}

        /**
         * In rooms of other kinds than were asked for, or of different kinds.
         *
         * @param positions of the parties that meet in other rooms
         */
        record OtherRooms(List<Integer> positions, CommonSlot slot) implements Relaxation {

            public OtherRooms {
                positions = List.copyOf(positions);
            }
        }

        /** Without the hours of the day that were asked for, within opening hours only. */
        record AnyHour(CommonSlot slot) implements Relaxation {}

        /** Later than the window. */
        record Later(CommonSlot slot) implements Relaxation {}

        /** Without the party at {@code position}; the rooms of the slot are those of the others. */
        record Without(int position, CommonSlot slot) implements Relaxation {}
    }
}
