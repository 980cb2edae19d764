package org.passerelle.roomagent.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.availability.query.FoundRooms.NearMiss;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Skipped;
import org.passerelle.booking.policy.ClosedDay;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.write.RoomReply.RoomAnswer;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.roomagent.message.Explanation;
import org.passerelle.roomagent.series.Reach;

/**
 * How one step ended.
 *
 * @param answer what the organiser is told; empty for nothing
 * @param booking what the event occupies now
 * @param missed dates of the series that it does not have
 * @param reach how much of the series was asked for, where the rest lies too far ahead
 * @param refusal why it was declined
 */
public record StepOutcome(
        CalendarEvent event,
        Optional<RoomAnswer> answer,
        Optional<BookingId> booking,
        List<Skipped> missed,
        Optional<Reach> reach,
        Refusal refusal) {

    /**
     * Why it was declined, and what could be had instead.
     *
     * @param wished what was asked for; empty where nothing was
     * @param why in words of its own, such as what else was declined with it in one answer
     */
    public record Refusal(
            List<Reason> reasons, Optional<BookingOrder> wished, List<NearMiss> instead, Optional<Explanation> why) {

        public static final Refusal NONE = new Refusal(List.of(), Optional.empty(), List.of());

        public Refusal(List<Reason> reasons, Optional<BookingOrder> wished, List<NearMiss> instead) {
            this(reasons, wished, instead, Optional.empty());
        }

        public static Refusal of(Optional<Explanation> why) {
            return new Refusal(List.of(), Optional.empty(), List.of(), why);
        }

        public Refusal {
            reasons = List.copyOf(reasons);
            instead = List.copyOf(instead);
        }
    }

    public StepOutcome {
        missed = List.copyOf(missed);
    }

    public static StepOutcome silent(CalendarEvent event) {
        return new StepOutcome(event, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Refusal.NONE);
    }

    public static StepOutcome standing(
            CalendarEvent event, RoomAnswer answer, BookingId booking, List<Skipped> missed) {
        return new StepOutcome(
                event, Optional.of(answer), Optional.of(booking), missed, Optional.empty(), Refusal.NONE);
    }

    public static StepOutcome declined(CalendarEvent event, RoomAnswer answer, Refusal refusal) {
        return new StepOutcome(event, Optional.of(answer), Optional.empty(), List.of(), Optional.empty(), refusal);
    }

    /**
     * Why {@code date} cannot be had; of a closed day, what it is closed for, and which day that is where the date begins before;
     * of closed hours, the open ones.
     */
    public static Reason reason(Room room, Site site, Skipped date) {
        if (date.reason() == ReasonCode.OUTSIDE_OPENING_HOURS) {
            return Reason.of(
                    date.reason(), room.id(), room.rules().openingHours().toString());
        }
        LocalDate begins = LocalDate.ofInstant(date.time().start(), site.zone());
        return Reason.of(
                date.reason(),
                room.id(),
                closure(room, site, date).stream()
                        .flatMap(closed -> closed.day().equals(begins)
                                ? Stream.of(closed.reason())
                                : Stream.of(closed.reason(), closed.day().toString()))
                        .toArray(String[]::new));
    }

    /** On which day of {@code date} {@code room} is closed, if that is why it cannot be had. */
    public static Optional<ClosedDay> closure(Room room, Site site, Skipped date) {
        return date.reason() == ReasonCode.SITE_CLOSED ? ClosedDay.within(date.time(), room, site) : Optional.empty();
    }

    /** The same, while something is still held. */
    public StepOutcome with(Optional<BookingId> held) {
        return new StepOutcome(event, answer, held, missed, reach, refusal);
    }

    public StepOutcome within(Optional<Reach> reach) {
        return new StepOutcome(event, answer, booking, missed, reach, refusal);
    }
}
