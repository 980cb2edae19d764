package org.passerelle.directory.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.directory.AddedClosures;
import org.passerelle.directory.AddedClosures.AddedClosure;
import org.passerelle.directory.AddedClosures.ClosuresInForce;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;

/** The directory in force together with the closures that were made since, so that whoever asks whether a room is open knows both. */
class DirectoriesWithClosures implements Directories {

    private final Directories stored;
    private final AddedClosures added;
    private volatile Both last;

    DirectoriesWithClosures(Directories stored, AddedClosures added) {
        this.stored = stored;
        this.added = added;
        this.last = Both.of(stored.current(), added.inForce());
    }

    private record Both(Directory stored, ClosuresInForce added, Directory together) {

        static Both of(Directory stored, ClosuresInForce added) {
            return new Both(stored, added, combined(stored, added));
        }
    }

    /** Two that ask at once after a change may both put it together; either will do. */
    @Override
    public Directory current() {
        Both known = last;
        Directory now = stored.current();
        ClosuresInForce closures = added.inForce();
        if (known.stored() != now || known.added() != closures) {
            known = Both.of(now, closures);
            last = known;
        }
        return known.together();
    }

    private static Directory combined(Directory stored, ClosuresInForce added) {
        Map<SiteId, List<AddedClosure>> bySite =
                added.closures().stream().collect(Collectors.groupingBy(AddedClosure::site));
        List<Site> sites = stored.sites().stream()
                .map(site -> with(site, bySite.getOrDefault(site.id(), List.of()), stored))
                .toList();
        return stored.withSites(stored.version() + added.version(), sites);
    }

    private static Site with(Site site, List<AddedClosure> added, Directory directory) {
        if (added.isEmpty()) {
            return site;
        }
        List<Closure> all = new ArrayList<>(site.closures());
        for (AddedClosure each : added) {
            Closure closure = each.closure();
            if (closure.isOfTheWholeSite()) {
                all.add(closure);
            } else {
                Set<RoomId> rooms = sharing(closure.rooms(), directory.roomsAt(site.id()));
                if (!rooms.isEmpty()) {
                    all.add(new Closure(closure.from(), closure.to(), closure.reason(), rooms));
                }
            }
        }
        all.sort(Comparator.comparing(Closure::from).thenComparing(Closure::to));
        return site.with(all);
    }

    /** Those of {@code rooms} that have walls in common with one of {@code named}: what is joined of a shut part cannot be had either. */
    private static Set<RoomId> sharing(Set<RoomId> named, List<Room> rooms) {
        Set<Integer> numbers = new HashSet<>();
        rooms.stream().filter(room -> named.contains(room.id())).forEach(room -> numbers.addAll(room.numbers()));
        return rooms.stream()
                .filter(room -> room.numbers().stream().anyMatch(numbers::contains))
                .map(Room::id)
                .collect(Collectors.toSet());
    }
}
