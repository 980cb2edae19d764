package org.passerelle.web.places;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.closure.edit.PlaceRights;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Operator;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.web.NoSuchPage;
import org.springframework.stereotype.Component;

/** Which rooms and sites somebody may change, and where these stand in the directory's file. To everybody else they have no form. */
@Component
class ManagedPlaces {

    private static final List<String> SITES = List.of("sites");
    private static final String ROOMS = "rooms";

    private final Directories directories;
    private final PlaceRights rights;

    ManagedPlaces(Directories directories, PlaceRights rights) {
        this.directories = directories;
        this.rights = rights;
    }

    /** @throws NoSuchPage if there are none */
    List<Site> sites(Person person) {
        List<Site> sites = rights.sites(person);
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

    /** The names of those that can run a site, by id. */
    Map<String, String> operators() {
        return directories.current().operators().stream()
                .collect(Collectors.toMap(
                        operator -> operator.id().value(), Operator::name, (one, other) -> one, LinkedHashMap::new));
    }

    /** The rooms of which one can be combined, by id; not {@code itself}. */
    Map<String, String> parts(Site site, String itself) {
        return rooms(site).stream()
                .filter(room -> !room.isCombined() && !room.isCountable())
                .filter(room -> !room.id().value().equals(itself))
                .collect(Collectors.toMap(
                        room -> room.id().value(), Room::name, (one, other) -> one, LinkedHashMap::new));
    }

    /** @throws NoSuchPage to everybody else */
    static void requireAdministrator(Person person) {
        if (!person.administersTheNetwork()) {
            throw new NoSuchPage("pages of the network");
        }
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

    /** What keeps somebody from giving this id to a new room, by the name of its sentence; empty if nothing does. */
    String objection(Person person, Site site, String id) {
        return rights.objection(person, site.id(), id)
                .map(why -> "id-" + why.name().toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
