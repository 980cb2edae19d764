package org.passerelle.caldav.put;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.ChangingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.refusal.EmptySchedule;
import org.passerelle.booking.refusal.IllegalRooms;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.caldav.calendar.CalendarObject;
import org.passerelle.caldav.calendar.LaidEvents;
import org.passerelle.caldav.resource.DavRefused;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.directory.RoomId;
import org.springframework.stereotype.Component;

/**
 * Changes a booking to what a program says of it. What was told and what comes back are read by the same reader and compared, so
 * that only what somebody has changed is changed, however a program writes the rest.
 */
@Component
class ObjectChange {

    private final ChangingBookings changing;
    private final DateSteps steps;
    private final PutTexts texts;

    ObjectChange(ChangingBookings changing, DateSteps steps, PutTexts texts) {
        this.changing = changing;
        this.steps = steps;
        this.texts = texts;
    }

    /**
     * @param told the booking as it was told last
     * @param rooms all that it is to have, at least one
     * @throws DavRefused if rooms cannot be had then; what stood stands, but for single dates that could be changed
     */
    void apply(DavViewer viewer, CalendarObject told, IncomingObject object, List<RoomId> rooms) {
        Booking booking = told.booking().orElseThrow();
        LaidEvents before = LaidEvents.read(told.text(), viewer.zone())
                .orElseThrow(() -> new UnknownBooking(booking.id().value()));
        EventDatesRead was = EventDatesRead.of(before.master().orElseThrow(), before.overrides(), viewer.zone());
        EventDatesRead wanted = EventDatesRead.of(object.master(), object.overrides(), viewer.zone());
        boolean sameRule = wanted.hasTheRuleOf(was);
        List<RoomId> ordered = Set.copyOf(rooms).equals(Set.copyOf(booking.rooms())) ? booking.rooms() : rooms;
        Content content = ContentOfEvent.changed(object.main(), viewer, booking, told);
        if (!sameRule || !ordered.equals(booking.rooms()) || !content.equals(booking.content())) {
            Optional<Schedule> schedule = sameRule
                    ? Optional.empty()
                    : Optional.of(wanted.schedule(object.master(), viewer)
                            .orElseThrow(() -> IncomingObject.refused(viewer, "valid-calendar-data", "refused.dates")));
            refuseUnlessDone(viewer, whole(viewer, booking, content, schedule, ordered));
        }
        List<Reason> refused = new ArrayList<>();
        if (wanted.recurs()) {
            if (sameRule) {
                Set<Instant> dropped = new HashSet<>(wanted.leftOut());
                dropped.removeAll(was.leftOut());
                steps.drop(viewer.person(), booking.id(), dropped);
            }
            refused.addAll(steps.move(viewer, booking.id(), wanted, standing(was, wanted, sameRule, ordered)));
        }
        if (!refused.isEmpty()) {
            throw refused(viewer, refused);
        }
    }

    private static DateSteps.StandingDate standing(
            EventDatesRead was, EventDatesRead wanted, boolean sameRule, List<RoomId> rooms) {
        return sameRule
                ? new DateSteps.StandingDate(
                        start -> was.leftOut().contains(start) ? Optional.empty() : Optional.of(was.time(start)),
                        was.moved().keySet(),
                        rooms)
                : new DateSteps.StandingDate(
                        start -> Optional.ofNullable(wanted.starts().get(start)), Set.of(), rooms);
    }

    private BookingResult whole(
            DavViewer viewer, Booking booking, Content content, Optional<Schedule> schedule, List<RoomId> rooms) {
        try {
            return changing.change(
                    viewer.person(),
                    booking.id(),
                    Optional.of(booking.version()),
                    old -> new BookingOrder(
                            content, schedule.orElse(old.schedule()), rooms, OnConflict.REJECT, old.reacquire()));
        } catch (EmptySchedule e) {
            return BookingResult.Refused.because(Reason.of(ReasonCode.IN_THE_PAST));
        } catch (IllegalRooms e) {
            return BookingResult.Refused.because(Reason.of(ReasonCode.NOT_ALLOWED));
        }
    }

    private void refuseUnlessDone(DavViewer viewer, BookingResult result) {
        List<Reason> why = PutTexts.reasons(result);
        if (!why.isEmpty()) {
            throw refused(viewer, why);
        }
    }

    /** A server may restrict what organizers change as it likes (RFC 6638 section 3.2.4.3). */
    DavRefused refused(DavViewer viewer, List<Reason> why) {
        return DavRefused.because(
                403, XmlName.caldav("allowed-organizer-scheduling-object-change"), texts.sentence(why, viewer.asked()));
    }
}
