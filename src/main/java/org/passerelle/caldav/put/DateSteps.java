package org.passerelle.caldav.put;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.booking.CancellingBookings;
import org.passerelle.booking.ChangingOneDate;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceEdit;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.caldav.calendar.LaidEvents.LaidEvent;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.directory.RoomId;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Changes single dates of a booking, each by a write of its own: one that cannot be had leaves the others as they are wanted. */
@Component
class DateSteps {

    private final ChangingOneDate changing;
    private final CancellingBookings cancelling;
    private final ReadingBookings reading;

    DateSteps(ChangingOneDate changing, CancellingBookings cancelling, ReadingBookings reading) {
        this.changing = changing;
        this.cancelling = cancelling;
        this.reading = reading;
    }

    /**
     * How the dates of a series are before they are changed one by one.
     *
     * @param times when a date is that begins then in the series; empty of one that is not there, which is put back
     * @param apart starts of dates that were told by themselves, and are as all others if they are so no more
     * @param rooms of dates of which nothing else is said
     */
    record StandingDate(Function<Instant, Optional<Interval>> times, Set<Instant> apart, List<RoomId> rooms) {}

    /**
     * Moves each date that is at another time or in other rooms than it is to be.
     *
     * @return why some were not moved
     */
    List<Reason> move(DavViewer viewer, BookingId id, EventDatesRead wanted, StandingDate standing) {
        List<Reason> refused = new ArrayList<>();
        Booking booking = booking(id);
        for (Instant start : wanted.starts().keySet()) {
            if (!wanted.leftOut().contains(start)) {
                Interval time = wanted.time(start);
                boolean isMoved = !Optional.of(time).equals(standing.times().apply(start));
                Optional<List<RoomId>> other =
                        rooms(viewer, Optional.ofNullable(wanted.moved().get(start)), booking, start, standing);
                if (isMoved || other.isPresent()) {
                    OccurrenceEdit edit = new OccurrenceEdit(
                            Optional.of(time.start()).filter(each -> isMoved),
                            Optional.of(EventDuration.exact(time.length())).filter(each -> isMoved),
                            other);
                    refused.addAll(PutTexts.reasons(
                            changing.change(viewer.person(), id, named(booking, start), Optional.empty(), edit)));
                    booking = booking(id);
                }
            }
        }
        return refused;
    }

    /** The rooms of one date if they are others than it has. */
    private static Optional<List<RoomId>> rooms(
            DavViewer viewer, Optional<LaidEvent> override, Booking booking, Instant start, StandingDate standing) {
        List<RoomId> said = override.map(each -> WantedRooms.invited(each, viewer.directory()))
                .orElse(List.of());
        boolean isToldNoMore = override.isEmpty() && standing.apart().contains(start);
        if (said.isEmpty() && !isToldNoMore) {
            return Optional.empty();
        }
        List<RoomId> wanted = said.isEmpty() ? standing.rooms() : said;
        Set<RoomId> has = booking.occurrence(named(booking, start))
                .map(Occurrence::wished)
                .map(Set::copyOf)
                .orElseGet(() -> Set.copyOf(standing.rooms()));
        return has.isEmpty() || has.equals(Set.copyOf(wanted)) ? Optional.empty() : Optional.of(wanted);
    }

    /** Calls off the dates that begin at {@code starts} in the series, in one write. */
    void drop(Person person, BookingId id, Set<Instant> starts) {
        if (!starts.isEmpty()) {
            Booking booking = booking(id);
            Set<Instant> names =
                    starts.stream().map(start -> named(booking, start)).collect(Collectors.toSet());
            cancelling.cancelDates(person, id, names);
            // Those that were left out when the series was booked are waited for no longer.
            names.stream()
                    .filter(name -> booking.leftOut(name).isPresent())
                    .forEach(name -> cancelling.cancelDate(person, id, name, Optional.empty()));
        }
    }

    /** By what name the booking has a date. One that was there before the series was changed has kept the name of then. */
    private static Instant named(Booking booking, Instant start) {
        if (booking.occurrenceOrLeftOut(start).isPresent()) {
            return start;
        }
        ZoneId zone = booking.schedule().zone();
        LocalDate day = LocalDate.ofInstant(start, zone);
        return booking.occurrences().stream()
                .map(Occurrence::recurrenceId)
                .filter(id -> LocalDate.ofInstant(id, zone).equals(day))
                .findFirst()
                .orElse(start);
    }

    private Booking booking(BookingId id) {
        return reading.find(id).orElseThrow(() -> new UnknownBooking(id.value()));
    }
}
