package org.passerelle.availability.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.availability.query.NearMissChange;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.video.VideoQuality;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteId;
import org.passerelle.time.Interval;

/** An order of which all rooms can be had, but not the lines, the uplink or the ports for a conference of them. */
record LessVideo(BookingOrder order, List<TableEntry> rooms, List<Interval> times, VideoSupply video) {

    private static final int COST_OF_LOWER_QUALITY = 5;
    private static final int COST_OF_WITHOUT_ROOM = 40;

    /** Adds what needs less of what is {@code lacking}. */
    void addTo(Options options, Set<RoomId> lacking) {
        List<Room> all = rooms.stream().map(TableEntry::room).toList();
        order.content()
                .conference()
                .ifPresent(wish -> Stream.of(VideoQuality.values())
                        .filter(quality -> quality.compareTo(wish.quality()) < 0)
                        .max(Comparator.naturalOrder())
                        .filter(quality ->
                                video.suffices(order.content().linked(Optional.of(wish.in(quality))), all, times))
                        .ifPresent(quality -> options.add(
                                COST_OF_LOWER_QUALITY, 0, all, times, new NearMissChange.LowerQuality(quality))));
        Set<SiteId> sites = video.directory().video().stream()
                .filter(resource -> lacking.contains(resource.id()))
                .flatMap(resource -> resource.site().stream())
                .collect(Collectors.toSet());
        for (TableEntry room : rooms) {
            List<TableEntry> others =
                    rooms.stream().filter(other -> !other.equals(room)).toList();
            List<Room> named = others.stream().map(TableEntry::room).toList();
            boolean counts = !room.room().profile().joinMethods().isEmpty()
                    && (sites.isEmpty() || sites.contains(room.room().site()));
            if (counts
                    && others.stream().anyMatch(other -> !other.isCountable())
                    && video.suffices(order.content(), named, times)) {
                options.add(
                        COST_OF_WITHOUT_ROOM,
                        0,
                        named,
                        times,
                        new NearMissChange.WithoutRoom(room.room().id()));
            }
        }
    }
}
