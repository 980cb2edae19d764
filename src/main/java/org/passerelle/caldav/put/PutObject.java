package org.passerelle.caldav.put;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.booking.CancellingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingIsStale;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.caldav.calendar.CalendarContents;
import org.passerelle.caldav.calendar.CalendarObject;
import org.passerelle.caldav.home.RoomRefusal;
import org.passerelle.caldav.put.BookingFromObject.Outcome;
import org.passerelle.caldav.put.LaidObjects.Laying;
import org.passerelle.caldav.resource.DavPath;
import org.passerelle.caldav.resource.DavRefused;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.directory.RoomId;
import org.springframework.stereotype.Component;

/** Takes what programs lay into the bookings of their owner, and takes away what they delete. */
@Component
public class PutObject {

    private static final int MOST_TRIES = 5;

    private final CalendarContents contents;
    private final BookingFromObject booking;
    private final ObjectChange change;
    private final CancellingBookings cancelling;
    private final LaidObjects laid;
    private final RefusedDrafts drafts;
    private final PutTexts texts;

    PutObject(
            CalendarContents contents,
            BookingFromObject booking,
            ObjectChange change,
            CancellingBookings cancelling,
            LaidObjects laid,
            RefusedDrafts drafts,
            PutTexts texts) {
        this.contents = contents;
        this.booking = booking;
        this.change = change;
        this.cancelling = cancelling;
        this.laid = laid;
        this.drafts = drafts;
        this.texts = texts;
    }

    /**
     * Books, changes or keeps what {@code body} says. New events of which the rooms cannot be had are kept, and say so themselves;
     * a booking that stands goes on standing if it cannot become what is asked.
     *
     * @param path of an object among the bookings of {@code viewer}
     * @return whether it is new there
     * @throws DavRefused if it is not taken
     */
    public boolean put(DavViewer viewer, DavPath path, byte[] body, Preconditions conditions) {
        IncomingObject object = IncomingObject.read(body, viewer);
        for (int tries = 1; ; tries++) {
            Optional<CalendarObject> existing = existing(viewer, path, object, conditions);
            try {
                if (taken(viewer, path, object, existing)) {
                    return existing.isEmpty();
                }
            } catch (BookingIsStale e) {
                if (conditions.areAny()) {
                    throw DavRefused.status(412);
                }
            }
            if (tries == MOST_TRIES) {
                throw DavRefused.status(409);
            }
        }
    }

    private Optional<CalendarObject> existing(
            DavViewer viewer, DavPath path, IncomingObject object, Preconditions conditions) {
        Map<String, CalendarObject> all = contents.of(viewer, path.collection());
        Optional<CalendarObject> existing = Optional.ofNullable(all.get(path.object()));
        conditions.check(existing);
        all.values().stream()
                .filter(each -> each.uid().equals(object.uid()) != each.name().equals(path.object()))
                .findFirst()
                .ifPresent(holder -> {
                    throw new DavRefused(
                            403,
                            Optional.of(XmlName.caldav("no-uid-conflict")),
                            List.of(path.collection().object(holder.name()).href()),
                            PutTexts.of(viewer, "refused.same-event"));
                });
        if (existing.filter(CalendarObject::isBeside).isPresent()) {
            throw IncomingObject.refused(viewer, "allowed-organizer-scheduling-object-change", "refused.date-beside");
        }
        if (object.isOfSomebodyElse(viewer)) {
            throw existing.isPresent()
                    ? IncomingObject.refused(
                            viewer, "allowed-organizer-scheduling-object-change", "refused.other-organiser")
                    : IncomingObject.refused(
                            viewer, "allowed-attendee-scheduling-object-change", "refused.other-organiser");
        }
        return existing;
    }

    /** Whether it was; not if somebody else laid it there at the same time. */
    private boolean taken(DavViewer viewer, DavPath path, IncomingObject object, Optional<CalendarObject> existing) {
        Optional<Booking> standing = existing.flatMap(CalendarObject::booking);
        List<RoomId> rooms = WantedRooms.of(object.master(), viewer.directory(), standing);
        if (rooms.size() > BookingOrder.MOST_ROOMS) {
            throw IncomingObject.refused(
                    viewer, "max-attendees-per-instance", "refused.too-many-rooms", BookingOrder.MOST_ROOMS);
        }
        if (standing.isEmpty()) {
            return rooms.isEmpty()
                    ? kept(viewer, path, object, Optional.empty(), List.of(), Optional.empty())
                    : booked(viewer, path, object, rooms);
        }
        Optional<BookingId> before = standing.map(Booking::id);
        boolean isKept;
        if (rooms.isEmpty()) {
            cancelling.cancel(
                    viewer.person(),
                    standing.get().id(),
                    Optional.of(standing.get().version()));
            isKept = kept(viewer, path, object, Optional.empty(), List.of(), before);
        } else {
            change.apply(viewer, existing.orElseThrow(), object, rooms);
            isKept = kept(viewer, path, object, before, List.of(), before);
        }
        drafts.tryAgain(viewer);
        return isKept;
    }

    private boolean booked(DavViewer viewer, DavPath path, IncomingObject object, List<RoomId> rooms) {
        Outcome outcome = booking.book(viewer, path.object(), object, rooms);
        if (outcome instanceof Outcome.Booked made) {
            Optional<BookingId> id = Optional.of(made.booking().id());
            boolean isKept = false;
            try {
                isKept = kept(viewer, path, object, id, List.of(), Optional.empty());
                return isKept;
            } finally {
                if (!isKept) {
                    booking.cancel(viewer, made.booking().id());
                }
            }
        }
        Outcome.NotBooked not = (Outcome.NotBooked) outcome;
        List<RoomRefusal> refusals = texts.refusals(rooms, not.why(), viewer.language());
        return kept(viewer, path, object, Optional.empty(), refusals, Optional.empty());
    }

    private boolean kept(
            DavViewer viewer,
            DavPath path,
            IncomingObject object,
            Optional<BookingId> made,
            List<RoomRefusal> refusals,
            Optional<BookingId> before) {
        return laid.keep(viewer, new Laying(path.object(), object, made, refusals), before);
    }

    /**
     * Takes an object away, and with it calls its booking off.
     *
     * @throws DavRefused if there is none, or a condition is not met
     */
    public void delete(DavViewer viewer, DavPath path, Preconditions conditions) {
        CalendarObject existing = Optional.ofNullable(
                        contents.of(viewer, path.collection()).get(path.object()))
                .orElseThrow(() -> DavRefused.status(404));
        conditions.check(Optional.of(existing));
        try {
            existing.booking().ifPresent(standing -> cancel(viewer, existing, standing, conditions));
        } catch (BookingIsStale e) {
            throw DavRefused.status(412);
        }
        laid.remove(viewer, path.object());
        drafts.tryAgain(viewer);
    }

    private void cancel(DavViewer viewer, CalendarObject existing, Booking standing, Preconditions conditions) {
        Optional<Long> version = Optional.of(standing.version()).filter(each -> conditions.areAny());
        var result = existing.isBeside()
                ? cancelling.cancelDate(
                        viewer.person(), standing.id(), existing.dates().get(0).original(), version)
                : cancelling.cancel(viewer.person(), standing.id(), version);
        var why = PutTexts.reasons(result);
        if (!why.isEmpty()) {
            throw change.refused(viewer, why);
        }
    }
}
