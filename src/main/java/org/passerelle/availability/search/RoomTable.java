package org.passerelle.availability.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.booking.policy.TimeLimits;
import org.passerelle.directory.BookingRules.Buffers;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;

/** The rooms of one directory in the order of their ids, arranged for searching. Immutable. */
public final class RoomTable {

    private final Directory directory;
    private final List<Site> sites;
    private final Map<SiteId, Integer> sitePositions = new HashMap<>();
    private final List<TableEntry> entries;
    private final Map<RoomId, TableEntry> byId = new HashMap<>();
    private final List<List<TableEntry>> bySite = new ArrayList<>();
    private final Map<String, Map<Integer, TableEntry>> pools = new HashMap<>();
    /** By the site from which it is counted, once somebody has asked. */
    private final Map<Integer, int[]> kilometres = new ConcurrentHashMap<>();

    private final Numbering<Shared> rules = new Numbering<>();
    private final Numbering<Buffers> buffers = new Numbering<>();

    /**
     * The rules that decide at which times a room may be had, with the site by whose clock and closures they go.
     *
     * @param closures of the site that are not of all its rooms, and are of this one
     */
    private record Shared(int site, TimeLimits limits, List<Closure> closures) {

        static Shared of(int position, Site site, Room room) {
            return new Shared(position, TimeLimits.of(room.rules()), site.closuresOfRoom(room.id()));
        }
    }

    public RoomTable(Directory directory) {
        this.directory = directory;
        this.sites = List.copyOf(directory.sites());
        for (Site site : sites) {
            sitePositions.put(site.id(), sitePositions.size());
            bySite.add(new ArrayList<>());
        }
        List<Room> sorted = directory.rooms().stream()
                .sorted(Comparator.comparing(Room::id))
                .toList();
        List<TableEntry> all = new ArrayList<>(sorted.size());
        for (Room room : sorted) {
            all.add(add(all.size(), room));
        }
        this.entries = List.copyOf(all);
    }

    private TableEntry add(int index, Room room) {
        int site = site(room.site()).orElseThrow();
        var shared = new TableEntry.Shared(
                rules.of(Shared.of(site, sites.get(site), room)),
                buffers.of(room.rules().buffers()));
        TableEntry entry = new TableEntry(index, room, site, shared);
        bySite.get(site).add(entry);
        byId.put(room.id(), entry);
        if (room.isCarried()) {
            names(room)
                    .forEach(name ->
                            pools.computeIfAbsent(name, any -> new HashMap<>()).put(site, entry));
        }
        return entry;
    }

    /** What people call a pool: by its id, or by that without the site, so that {@code projector} means one at any site. */
    static List<String> names(Room pool) {
        String id = pool.id().value();
        String prefix = pool.site() + "-";
        return id.startsWith(prefix) ? List.of(id, id.substring(prefix.length())) : List.of(id);
    }

    /** Gives equal values equal numbers, counting from 0. */
    private static final class Numbering<T> {

        private final Map<T, Integer> numbers = new HashMap<>();
        private final List<T> values = new ArrayList<>();

        int of(T value) {
            return numbers.computeIfAbsent(value, added -> {
                values.add(added);
                return values.size() - 1;
            });
        }
    }

    public Directory directory() {
        return directory;
    }

    public Optional<TableEntry> entry(RoomId room) {
        return Optional.ofNullable(byId.get(room));
    }

    List<TableEntry> entries() {
        return entries;
    }

    List<Site> sites() {
        return sites;
    }

    Optional<Integer> site(SiteId id) {
        return Optional.ofNullable(sitePositions.get(id));
    }

    /** How far each site is from {@code site}, as the crow flies, rounded; by their positions. */
    int[] kilometresFrom(int site) {
        return kilometres.computeIfAbsent(
                site,
                from -> sites.stream()
                        .mapToInt(to -> (int) Nearby.kilometres(sites.get(from).place(), to.place()))
                        .toArray());
    }

    List<TableEntry> at(int site) {
        return bySite.get(site);
    }

    /** The pool at a site that goes by {@code name}. */
    Optional<TableEntry> pool(String name, int site) {
        return Optional.ofNullable(pools.getOrDefault(name, Map.of()).get(site));
    }

    int rulesCount() {
        return rules.values.size();
    }

    int buffersCount() {
        return buffers.values.size();
    }

    Buffers buffers(int shared) {
        return buffers.values.get(shared);
    }
}
