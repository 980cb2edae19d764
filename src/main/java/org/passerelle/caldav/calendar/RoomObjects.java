package org.passerelle.caldav.calendar;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.calendar.feed.cache.CachedEvent;
import org.passerelle.calendar.feed.cache.FeedCaches;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.calendar.feed.cache.FeedSource;
import org.passerelle.calendar.write.Disclosure;
import org.passerelle.calendar.write.EventRendering;
import org.passerelle.calendar.write.Joining;
import org.passerelle.directory.Room;
import org.springframework.stereotype.Component;

/** The bookings of a room, told as the feed of that room tells them to the same person. */
@Component
class RoomObjects {

    private final FeedCaches caches;
    private final EventRendering.Factory rendering;
    private final WrittenObjects objects = new WrittenObjects();
    private final Clock clock;

    RoomObjects(FeedCaches caches, EventRendering.Factory rendering, Clock clock) {
        this.caches = caches;
        this.rendering = rendering;
        this.clock = clock;
    }

    List<CalendarObject> of(DavViewer viewer, Room room) {
        Instant now = clock.instant();
        FeedSource source = source(room);
        EventRendering events = rendering.by(viewer.directory());
        List<CalendarObject> found = new ArrayList<>();
        for (CachedEvent each :
                caches.read(source, viewer.directory()).contents().bookings()) {
            Booking booking = each.booking();
            if (booking.isLive(now)) {
                Disclosure disclosure = FeedDetail.FULL.of(booking, viewer.person(), viewer.directory());
                List<Occurrence> shown = source.shown(booking);
                found.addAll(objects.of(
                        booking,
                        shown,
                        each.written(
                                disclosure,
                                viewer.language(),
                                joining(viewer, booking, room, disclosure),
                                source,
                                events)));
            }
        }
        return found;
    }

    /** From when on dates are missing, because there are too many; empty if none are. */
    Optional<Instant> leftOutFrom(DavViewer viewer, Room room) {
        return caches.read(source(room), viewer.directory()).contents().until();
    }

    private static FeedSource source(Room room) {
        return new FeedSource.OfRooms(Set.copyOf(room.numbers()));
    }

    private static Optional<Joining> joining(DavViewer viewer, Booking booking, Room room, Disclosure disclosure) {
        BookingAccess access = new BookingAccess(viewer.person(), booking, viewer.directory());
        return disclosure.tellsNotes() && (access.mayConnect(room.id()) || access.mayJoin())
                ? Optional.of(Joining.room(room.id()))
                : Optional.empty();
    }
}
