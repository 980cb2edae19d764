package org.passerelle.directory;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All operators, sites and rooms at one moment; immutable. Iteration follows the order of the file it came from. */
public final class Directory {

    private final long version;
    private final List<Operator> operators;
    private final Map<SiteId, Site> sites;
    private final Map<RoomId, Room> rooms;
    private final Map<SiteId, List<Room>> roomsBySite;

    /** @throws IllegalArgumentException if a room names a site that is not among {@code sites} */
    public Directory(long version, List<Operator> operators, Collection<Site> sites, Collection<Room> rooms) {
        this.version = version;
        this.operators = List.copyOf(operators);
        this.sites = byId(sites, Site::id);
        this.rooms = byId(rooms, Room::id);
        for (Room room : rooms) {
            if (!this.sites.containsKey(room.site())) {
                throw new IllegalArgumentException("Room " + room.id() + " is at an unknown site");
            }
        }
        this.roomsBySite =
                rooms.stream().collect(Collectors.groupingBy(Room::site, LinkedHashMap::new, Collectors.toList()));
    }

    private static <K, V> Map<K, V> byId(Collection<V> values, Function<V, K> id) {
        Map<K, V> map = new LinkedHashMap<>();
        values.forEach(value -> map.put(id.apply(value), value));
        return map;
    }

    /** Rises with every change, so that an answer can say which directory it was computed from. */
    public long version() {
        return version;
    }

    public List<Operator> operators() {
        return operators;
    }

    public Collection<Site> sites() {
        return List.copyOf(sites.values());
    }

    public Optional<Site> site(SiteId id) {
        return Optional.ofNullable(sites.get(id));
    }

    /** The site of a room of this directory. */
    public Site siteOf(Room room) {
        return site(room.site()).orElseThrow(() -> new IllegalArgumentException("Not a room of this directory"));
    }

    public Collection<Room> rooms() {
        return List.copyOf(rooms.values());
    }

    public List<Room> roomsAt(SiteId site) {
        return List.copyOf(roomsBySite.getOrDefault(site, List.of()));
    }

    public Optional<Room> room(RoomId id) {
        return Optional.ofNullable(rooms.get(id));
    }

    /** The greatest time any room keeps free around a booking; a search must look that far beyond its bounds. */
    public Duration longestBuffer() {
        return rooms.values().stream()
                .flatMap(room -> Stream.of(
                        room.rules().buffers().before(), room.rules().buffers().after()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
