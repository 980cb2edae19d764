package org.passerelle.booking.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.booking.video.VideoQuality;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.VideoResource;
import org.passerelle.directory.VideoResource.ResourceKind;

/**
 * What a conference uses up while it lasts. Each room that can enter a conference is an endpoint, and so is each person who
 * is invited. A room takes a line of its site, every endpoint a port of one bridge of the provider, and the rooms of a site
 * send and receive over its uplink; those of the site where the bridge stands do not, but all others do so over the uplink
 * of that site. How much they send: {@link VideoQuality}. People who join from elsewhere come over the Internet, which is
 * nobody's uplink.
 */
public final class VideoNeeds {

    private static final int KBITS_A_MBIT = 1_000;

    private final Directory directory;
    private final VideoQuality quality;
    private final Map<SiteId, Integer> roomsBySite;
    private final int endpoints;

    private VideoNeeds(Directory directory, VideoQuality quality, Map<SiteId, Integer> roomsBySite, int people) {
        this.directory = directory;
        this.quality = quality;
        this.roomsBySite = roomsBySite;
        this.endpoints = people + roomsBySite.values().stream().reduce(0, Integer::sum);
    }

    /** So many units of something. */
    public record Need(VideoResource resource, int units) {}

    /**
     * The ways to supply a conference: all needs of one of them. One way for each bridge that could carry it, the first in
     * the file first; one without needs where nothing is counted, or no conference is wished.
     */
    public static List<List<Need>> ways(Content content, List<Room> rooms, Directory directory) {
        return content.conference()
                .map(wish -> new VideoNeeds(
                                directory,
                                wish.quality(),
                                bySite(rooms),
                                content.attendees().size())
                        .ways(wish.provider()))
                .orElse(List.of(List.of()));
    }

    /** Whether two contents of a booking make its conference use up the same. */
    public static boolean areSame(Content one, Content other) {
        return kind(one).equals(kind(other))
                && (one.conference().isEmpty()
                        || one.attendees().size() == other.attendees().size());
    }

    private static Optional<Map.Entry<String, VideoQuality>> kind(Content content) {
        return content.conference().map(wish -> Map.entry(wish.provider(), wish.quality()));
    }

    private static Map<SiteId, Integer> bySite(List<Room> rooms) {
        return rooms.stream()
                .filter(room -> !room.profile().joinMethods().isEmpty())
                .collect(Collectors.groupingBy(Room::site, LinkedHashMap::new, Collectors.summingInt(room -> 1)));
    }

    private List<List<Need>> ways(String provider) {
        List<List<Need>> ways = directory.video().stream()
                .filter(resource -> resource.provider().filter(provider::equals).isPresent())
                .map(bridge -> {
                    List<Need> needs = new ArrayList<>(ofSites(bridge.site()));
                    needs.add(need(bridge, endpoints));
                    return needs;
                })
                .toList();
        return ways.isEmpty() ? List.of(ofSites(Optional.empty())) : ways;
    }

    private List<Need> ofSites(Optional<SiteId> bridge) {
        List<Need> needs = new ArrayList<>();
        for (VideoResource resource : directory.video()) {
            resource.site()
                    .map(site -> amount(resource.kind(), site, bridge))
                    .filter(amount -> amount > 0)
                    .ifPresent(amount -> needs.add(need(resource, amount)));
        }
        return needs;
    }

    private int amount(ResourceKind kind, SiteId site, Optional<SiteId> bridge) {
        int own = roomsBySite.getOrDefault(site, 0);
        return switch (kind) {
            case LINES -> own;
            case UPLINK -> {
                boolean isBridges = bridge.filter(site::equals).isPresent();
                int away = roomsBySite.values().stream().reduce(0, Integer::sum) - own;
                int crossing = isBridges ? away : own;
                yield (quality.kilobits(crossing, endpoints) + KBITS_A_MBIT - 1) / KBITS_A_MBIT;
            }
            case PORTS -> 0; // of the one bridge that carries it, not of every bridge that stands at a site
        };
    }

    private static Need need(VideoResource resource, int amount) {
        return new Need(resource, resource.unitsFor(amount));
    }
}
