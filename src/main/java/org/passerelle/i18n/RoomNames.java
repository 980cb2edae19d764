package org.passerelle.i18n;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;

/** Rooms as they are told to somebody who may not know where they are: many sites have a {@code Salle Visio}. */
public final class RoomNames {

    private RoomNames() {}

    /** Each of {@code rooms} once, in their order, and how often it is named: of what is countable, how many units. */
    public static Map<RoomId, Long> counted(Collection<RoomId> rooms) {
        return rooms.stream()
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
    }

    /** For instance {@code 3 × Postes de travail}; just the name of one. */
    public static String times(long units, String name) {
        return units > 1 ? units + " × " + name : name;
    }

    /** All {@code rooms} in one line, each once. */
    public static String joined(Collection<RoomId> rooms, Function<RoomId, String> name) {
        return counted(rooms).entrySet().stream()
                .map(each -> times(each.getValue(), name.apply(each.getKey())))
                .collect(Collectors.joining(", "));
    }

    /** For instance {@code Salle Seine (Melun)}; just the name where it says the site already. */
    public static String withSite(Room room, Directory directory) {
        String site = directory.site(room.site()).map(Site::name).orElse("");
        return site.isEmpty() || room.name().contains(site) ? room.name() : room.name() + " (" + site + ")";
    }
}
