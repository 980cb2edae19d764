package org.passerelle.directory.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.ArrivalRules.RepeatNoShows;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.NoShowRegister;
import org.passerelle.directory.NoShowRegister.RepeatNoShowsByRoom;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;

/** A directory together with who must ask first because they did not come, so that whoever asks what needs approval knows both. */
class DirectoriesWithNoShows implements Directories {

    private final Directories rules;
    private final NoShowRegister register;
    private volatile @Nullable Both last;

    DirectoriesWithNoShows(Directories rules, NoShowRegister register) {
        this.rules = rules;
        this.register = register;
    }

    private record Both(Directory rules, RepeatNoShowsByRoom repeated, Directory together) {}

    /** Two that ask at once after a change may both put it together; either will do. */
    @Override
    public Directory current() {
        Both known = last;
        Directory now = rules.current();
        RepeatNoShowsByRoom repeated = register.repeated(now);
        if (known == null || known.rules() != now || known.repeated() != repeated) {
            known = new Both(now, repeated, combined(now, repeated));
            last = known;
        }
        return known.together();
    }

    private static Directory combined(Directory rules, RepeatNoShowsByRoom repeated) {
        Map<RoomId, RepeatNoShows> rooms = repeated.rooms();
        List<Room> asking =
                rules.rooms().stream().map(room -> with(room, rooms)).toList();
        return rules.withRooms(rules.version() + repeated.version(), asking);
    }

    private static Room with(Room room, Map<RoomId, RepeatNoShows> rooms) {
        RepeatNoShows repeated = rooms.get(room.id());
        return repeated == null
                ? room
                : room.with(room.rules().with(room.rules().arrival().asking(repeated)));
    }
}
