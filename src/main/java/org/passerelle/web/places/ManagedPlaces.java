package org.passerelle.web.places;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.Slug;
import org.passerelle.directory.version.UsedRoomIds;
import org.passerelle.web.NoSuchPage;
import org.springframework.stereotype.Component;

/** Which rooms and sites somebody may change, and where these stand in the directory's file. To everybody else they have no form. */
@Component
class ManagedPlaces {

    private static final List<String> SITES = List.of("sites");
    private static final String ROOMS = "rooms";

    private final Directories directories;
    private final UsedRoomIds used;

    ManagedPlaces(Directories directories, UsedRoomIds used) {
        this.directories = directories;
        this.used = used;
    }

    /** @throws NoSuchPage if there are none */
    List<Site> sites(Person person) {
        List<Site> sites = directories.current().sites().stream()
                .filter(site -> person.runs(site.id()))
                .toList();
        if (sites.isEmpty()) {
            throw new NoSuchPage("places for " + person.id());
        }
        return sites;
    }

    /** @throws NoSuchPage unless they run it */
    Site site(Person person, String id) {
        return sites(person).stream()
                .filter(site -> site.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchPage("site " + id));
    }

    /** @throws NoSuchPage unless it is at {@code site} */
    Room room(Site site, String id) {
        return rooms(site).stream()
                .filter(room -> room.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchPage("room " + id));
    }

    List<Room> rooms(Site site) {
        return directories.current().roomsAt(site.id());
    }

    /** The rooms of which one can be combined, by id; not {@code itself}. */
    Map<String, String> parts(Site site, String itself) {
        return rooms(site).stream()
                .filter(room -> !room.isCombined() && !room.isCountable())
                .filter(room -> !room.id().value().equals(itself))
                .collect(Collectors.toMap(
                        room -> room.id().value(), Room::name, (one, other) -> one, LinkedHashMap::new));
    }

    static List<String> path(SiteId site) {
        return FieldValues.join(SITES, List.of(site.value()));
    }

    static List<String> path(SiteId site, String room) {
        return FieldValues.join(path(site), List.of(ROOMS, room));
    }

    /** The rooms of a site that are combined of {@code room}, among others. */
    List<Room> combinedOf(Site site, RoomId room) {
        return rooms(site).stream().filter(each -> each.parts().contains(room)).toList();
    }

    /**
     * What keeps somebody from giving this id to a new room; empty if nothing does. A manager takes none that was that of a room
     * before, or that another site's rooms go by: whatever was booked under it would be theirs to read.
     */
    String objection(Person person, Site site, String id) {
        if (!Slug.isSlug(id)) {
            return "id-form";
        }
        if (person.administersTheNetwork()) {
            return "";
        }
        boolean isTheirs = directories.current().sites().stream()
                .map(each -> each.id().value())
                .filter(each -> id.startsWith(each + "-"))
                .max(Comparator.comparingInt(String::length))
                .filter(site.id().value()::equals)
                .isPresent();
        return !isTheirs ? "id-elsewhere" : used.isUsed(id) ? "id-used" : "";
    }
}
