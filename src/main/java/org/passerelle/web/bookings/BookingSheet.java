package org.passerelle.web.bookings;

import java.util.List;
import java.util.Optional;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.BookingState;

/**
 * A booking as its page shows it.
 *
 * @param when the whole in a line: the next date's day and times
 * @param repeats how often a series comes round
 * @param zone named where times are not those of every room
 * @param ahead dates that are not over, in order; {@code over} the others
 */
record BookingSheet(
        Booking booking,
        Rights rights,
        String when,
        Optional<String> repeats,
        Optional<String> zone,
        List<DateLine> ahead,
        List<DateLine> over) {

    /**
     * What the reader may do.
     *
     * @param mayRead whether they are told what it is about; {@code mayFollow} what became of its dates
     * @param mayChange whether they change times and rooms and call it off; {@code mayEdit} all the rest too
     */
    record Rights(boolean mayRead, boolean mayFollow, boolean mayChange, boolean mayEdit, boolean mayHandOver) {

        static Rights of(BookingAccess access) {
            return new Rights(
                    access.mayRead(BookingPart.CONTENT),
                    access.mayRead(BookingPart.COURSE),
                    access.mayRun(),
                    access.mayWrite(BookingPart.CONTENT),
                    access.mayHandOver());
        }
    }

    /**
     * One date.
     *
     * @param name what a request to cancel it calls it
     * @param state of the date: {@code PLANNED} and so on
     * @param instead the rooms it has in the place of others that were taken, in a line
     * @param mayBeCancelled whether the reader can still call it off
     * @param mayBePutBack whether the reader can have it after all that was called off
     * @param hasBegun whether it is too late to change it
     * @param cancellation who called it off and why, if that was not the organiser
     */
    record DateLine(
            String name,
            String day,
            String times,
            String state,
            boolean mayBeCancelled,
            boolean mayBePutBack,
            boolean hasBegun,
            Optional<String> instead,
            Optional<String> cancellation,
            List<RoomLine> rooms) {

        /** Its times by the clocks of its sites that show others on that day, each once. */
        public List<String> elsewhere() {
            return rooms.stream()
                    .flatMap(room -> room.localTimes().stream())
                    .distinct()
                    .toList();
        }
    }

    /**
     * A date of the rule that the series does not have.
     *
     * @param name what a request about it calls it
     * @param mayBeHad whether the reader can have it at another time, or do without it
     */
    record LeftOutLine(String name, String day, boolean mayBeHad) {}

    /**
     * @param id whose page can be opened; empty of a room that is gone
     * @param localTimes shown where clocks at the room's site differ from the booking's, with the zone
     */
    record RoomLine(Optional<String> id, String name, String site, String kind, Optional<String> localTimes) {}

    public String id() {
        return booking.id().value();
    }

    /** The rooms of the next date, or of the last one when all are over. */
    public List<RoomLine> rooms() {
        if (!ahead.isEmpty()) {
            return ahead.get(0).rooms();
        }
        return over.isEmpty() ? List.of() : over.get(over.size() - 1).rooms();
    }

    /** What the next date has in the place of rooms that were taken. */
    public Optional<String> instead() {
        return ahead.stream().findFirst().flatMap(DateLine::instead);
    }

    /** Dates to come that were called off and can be put back. */
    public List<DateLine> calledOff() {
        return over.stream().filter(DateLine::mayBePutBack).toList();
    }

    public boolean isSeries() {
        return booking.schedule().recurs();
    }

    /** Whether it is a request about which the site waits for an answer. */
    public boolean isAskedBack() {
        return booking.state() == BookingState.REQUESTED
                && booking.status().request().open().isPresent();
    }

    /** Whether it is a hold that the reader can make a booking of. */
    public boolean mayBeConfirmed() {
        return rights.mayEdit() && booking.state() == BookingState.HELD && !ahead.isEmpty();
    }

    /** Whether a form can change it, or what is left of it. */
    public boolean mayBeChanged() {
        return mayBeCancelled() && !ahead.get(ahead.size() - 1).hasBegun();
    }

    /** Whether the reader can give it another organiser. */
    public boolean mayBeHandedOver() {
        return rights.mayHandOver() && mayBeCancelled() && booking.state() != BookingState.HELD;
    }

    /** Whether it can be called off as a whole. */
    public boolean mayBeCancelled() {
        return rights.mayChange() && !booking.isVoid() && ahead.stream().anyMatch(DateLine::mayBeCancelled);
    }
}
