package org.passerelle.directory;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.directory.arrangement.ServiceOffer;

/** All operators, sites and rooms at one moment; immutable. Iteration follows the order of the file it came from. */
public final class Directory {

    private final long version;
    private final List<Operator> operators;
    private final List<Site> siteList;
    private final List<Room> roomList;
    private final Map<SiteId, Site> sites;
    private final Map<RoomId, Room> rooms;
    private final Map<SiteId, List<Room>> roomsBySite;
    private final Map<String, Room> roomsByEmail;
    private final Duration longestBuffer;
    private final List<VideoResource> video;
    private final List<ServiceOffer> services;
    private final BookingCaps caps;
    private final boolean confidentialEvents;

    /**
     * A directory in which conferences use nothing up, without caps, whose events are marked as nothing special.
     *
     * @throws IllegalArgumentException if an id comes twice, or a room names a site that is not among {@code sites}
     */
    public Directory(long version, List<Operator> operators, Collection<Site> sites, Collection<Room> rooms) {
        this(version, operators, sites, rooms, List.of(), List.of(), BookingCaps.NONE, false);
    }

    private Directory(
            long version,
            List<Operator> operators,
            Collection<Site> sites,
            Collection<Room> rooms,
            List<VideoResource> video,
            List<ServiceOffer> services,
            BookingCaps caps,
            boolean confidentialEvents) {
        this.version = version;
        this.operators = List.copyOf(operators);
        this.siteList = List.copyOf(sites);
        this.roomList = List.copyOf(rooms);
        this.sites = byKey(siteList, Site::id);
        this.rooms = byKey(roomList, Room::id);
        for (Room room : roomList) {
            if (!this.sites.containsKey(room.site())) {
                throw new IllegalArgumentException("Room " + room.id() + " is at an unknown site");
            }
        }
        this.roomsBySite = roomList.stream()
                .collect(Collectors.groupingBy(Room::site, LinkedHashMap::new, Collectors.toUnmodifiableList()));
        this.roomsByEmail = roomList.stream()
                .collect(Collectors.toMap(
                        room -> room.profile().email().toLowerCase(Locale.ROOT),
                        room -> room,
                        (first, other) -> first));
        this.longestBuffer = longestBuffer(roomList);
        this.video = List.copyOf(video);
        this.services = List.copyOf(services);
        this.caps = caps;
        this.confidentialEvents = confidentialEvents;
    }

    /** The same, in which conferences use up some of {@code resources}. */
    public Directory withVideo(List<VideoResource> resources) {
        return new Directory(version, operators, siteList, roomList, resources, services, caps, confidentialEvents);
    }

    /** The same, whose sites offer {@code offers}. */
    public Directory withServices(List<ServiceOffer> offers) {
        return new Directory(version, operators, siteList, roomList, video, offers, caps, confidentialEvents);
    }

    /** The same, in which one may take so much at a time. */
    public Directory withCaps(BookingCaps most) {
        return new Directory(version, operators, siteList, roomList, video, services, most, confidentialEvents);
    }

    /** The same, whose calendars mark events as {@link #confidentialEvents()} tells, or do not. */
    public Directory withConfidentialEvents(boolean areConfidential) {
        return new Directory(version, operators, siteList, roomList, video, services, caps, areConfidential);
    }

    /** The same under another version, each site as {@code changed} has it. */
    public Directory withSites(long anotherVersion, List<Site> changed) {
        return new Directory(anotherVersion, operators, changed, roomList, video, services, caps, confidentialEvents);
    }

    /** The same under another version, each room as {@code changed} has it. */
    public Directory withRooms(long anotherVersion, List<Room> changed) {
        return new Directory(anotherVersion, operators, siteList, changed, video, services, caps, confidentialEvents);
    }

    /** The directory of a network that has nothing yet. */
    public static Directory empty() {
        return new Directory(0, List.of(), List.of(), List.of());
    }

    private static <K, V> Map<K, V> byKey(List<V> values, Function<V, K> key) {
        Map<K, V> map = new LinkedHashMap<>();
        for (V value : values) {
            if (map.put(key.apply(value), value) != null) {
                throw new IllegalArgumentException(key.apply(value) + " comes twice");
            }
        }
        return map;
    }

    private static Duration longestBuffer(List<Room> rooms) {
        return rooms.stream()
                .map(Room::longestBuffers)
                .flatMap(buffers -> Stream.of(buffers.before(), buffers.after()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** The same, in which each room that can be furnished in {@code layout} is as it is then. */
    public Directory laidOut(String layout) {
        List<Room> furnished =
                roomList.stream().map(room -> room.laidOut(layout)).toList();
        return new Directory(version, operators, siteList, furnished, video, services, caps, confidentialEvents);
    }

    /** Rises with every change, so that an answer can say which directory it was computed from. */
    public long version() {
        return version;
    }

    public List<Operator> operators() {
        return operators;
    }

    public Collection<Site> sites() {
        return siteList;
    }

    public Optional<Site> site(SiteId id) {
        return Optional.ofNullable(sites.get(id));
    }

    /** The site of a room of this directory. */
    public Site siteOf(Room room) {
        return site(room.site()).orElseThrow(() -> new IllegalArgumentException("Not a room of this directory"));
    }

    public Collection<Room> rooms() {
        return roomList;
    }

    public List<Room> roomsAt(SiteId site) {
        return roomsBySite.getOrDefault(site, List.of());
    }

    public Optional<Room> room(RoomId id) {
        return Optional.ofNullable(rooms.get(id));
    }

    /** The room that is invited by an e-mail address; upper and lower case are the same. */
    public Optional<Room> roomAddressedAs(String email) {
        return Optional.ofNullable(roomsByEmail.get(email.toLowerCase(Locale.ROOT)));
    }

    /** What conferences use up, in the order of the file. Where nothing is said of a site or a provider, there is enough. */
    public List<VideoResource> video() {
        return video;
    }

    /** What sites bring or do for meetings, in the order of the file. */
    public List<ServiceOffer> services() {
        return services;
    }

    public Optional<ServiceOffer> service(String id) {
        return services.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** How much one may take at a time. */
    public BookingCaps caps() {
        return caps;
    }

    /**
     * Whether calendars mark bookings that only their organisation may read {@code CLASS:CONFIDENTIAL}. Programs then hide
     * them from whoever a calendar is shared with, its owner's colleagues included.
     */
    public boolean confidentialEvents() {
        return confidentialEvents;
    }

    /** The greatest time any room keeps free around a booking; a search must look that far beyond its bounds. */
    public Duration longestBuffer() {
        return longestBuffer;
    }
}
