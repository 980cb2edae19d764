package org.passerelle.invitation.agent;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.booking.Booking;
import org.passerelle.booking.BookingId;
import org.passerelle.booking.BookingOrder;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.OnConflict;
import org.passerelle.booking.Schedule;
import org.passerelle.calendar.RoomReply.Answer;
import org.passerelle.calendar.message.CalendarEvent;
import org.passerelle.calendar.message.EventMoment;
import org.passerelle.invitation.agent.Dealings.Part;
import org.passerelle.invitation.agent.Keeping.HeldDate;
import org.passerelle.invitation.agent.Outcome.Refusal;
import org.passerelle.invitation.agent.message.Explanation;
import org.passerelle.invitation.agent.series.FollowingSchedule;
import org.passerelle.time.Recurrence;
import org.springframework.stereotype.Component;

/**
 * Moves or gives up a date of a series together with all later ones (RANGE=THISANDFUTURE, RFC 5545 section 3.2.13). They move
 * by as much as the first, on the clock of the series, and become a booking of their own; what has begun stays.
 */
@Component
class FollowingChanger {

    private final Keeping keeping;
    private final Occupying occupying;
    private final Clock clock;

    FollowingChanger(Keeping keeping, Occupying occupying, Clock clock) {
        this.keeping = keeping;
        this.occupying = occupying;
        this.clock = clock;
    }

    /** @param grounds are added to */
    Outcome move(Incoming message, Ruling.Place step, Dealings dealings, List<Ground> grounds) {
        CalendarEvent event = step.event();
        Optional<HeldDate> first = first(event, dealings);
        if (first.isEmpty()) {
            grounds.add(Ground.of(Ground.Code.UNKNOWN_SERIES));
            Explanation why = Explanation.of("answer.unknown-series");
            return Outcome.declined(event, Answer.UNSUPPORTED, Refusal.of(Optional.of(why)));
        }
        boolean goesOnElsewhere = freeLaterTails(event, dealings);
        Booking series = first.get().series();
        Instant from = first.get().date().recurrenceId();
        Optional<BookingOrder> wished = moved(event, dealings, series, from, goesOnElsewhere)
                .flatMap(schedule -> occupying.whileOpen(message, event, schedule))
                .map(schedule -> occupying.order(event, schedule, message.room(), Optional.of(series)))
                .map(order -> new BookingOrder(
                        order.content(), order.schedule(), order.rooms(), OnConflict.SKIP, order.reacquire()));
        if (wished.isEmpty()) {
            keeping.dropFollowing(series, from);
            grounds.add(Ground.of(Ground.Code.RELEASED));
            Explanation why = Explanation.of("answer.following-unsupported");
            return Outcome.declined(event, Answer.UNSUPPORTED, Refusal.of(Optional.of(why)));
        }
        BookingResult result = keeping.changeFollowing(series, from, left -> wished.get());
        if (result instanceof BookingResult.Done done) {
            return occupying.counted(message, step, done.booking(), Optional.empty(), grounds);
        }
        keeping.dropFollowing(series, from);
        grounds.add(Ground.of(Ground.Code.RELEASED));
        return occupying.refused(message, event, wished.get(), result, grounds);
    }

    /** Gives up the date that {@code event} names and all later ones. Whether there was anything. */
    boolean free(CalendarEvent event, Dealings dealings) {
        boolean anyLater = freeLaterTails(event, dealings);
        Optional<HeldDate> first = first(event, dealings);
        first.ifPresent(held -> keeping.dropFollowing(held.series(), held.date().recurrenceId()));
        List<Booking> single = own(dealings.datesFrom(id(event).instant()));
        single.forEach(keeping::free);
        return anyLater || first.isPresent() || !single.isEmpty();
    }

    private Optional<HeldDate> first(CalendarEvent event, Dealings dealings) {
        return keeping.heldFrom(dealings, id(event), clock.instant()).findFirst();
    }

    private static EventMoment id(CalendarEvent event) {
        return event.recurrenceId().orElseThrow();
    }

    /** What an earlier message moved from a later date on follows this one from now on. */
    private boolean freeLaterTails(CalendarEvent event, Dealings dealings) {
        Optional<BookingId> around = dealings.partAround(id(event).instant()).flatMap(Part::booking);
        List<Booking> later = own(dealings.datesFrom(id(event).instant()).stream()
                        .filter(part -> part.following().isPresent())
                        .toList())
                .stream()
                .filter(booking -> around.filter(booking.id()::equals).isEmpty())
                .toList();
        later.forEach(keeping::free);
        return !later.isEmpty();
    }

    private List<Booking> own(List<Part> parts) {
        return parts.stream()
                .flatMap(part -> keeping.live(part.booking(), clock.instant()).stream())
                .distinct()
                .toList();
    }

    /**
     * When the dates of {@code series} from {@code from} on are then; empty where no rule says that.
     *
     * @param goesOnElsewhere whether later dates had moved away from {@code series}, and come back now
     */
    private static Optional<Schedule> moved(
            CalendarEvent event, Dealings dealings, Booking series, Instant from, boolean goesOnElsewhere) {
        Schedule whole = series.schedule();
        ZoneId zone = whole.zone();
        LocalDate before = dealings.movedStart(id(event).instant(), zone).toLocalDate();
        LocalDateTime after = LocalDateTime.ofInstant(event.time().start().instant(), zone);
        LocalDate first = LocalDate.ofInstant(from, zone);
        LocalDateTime start = first.plusDays(ChronoUnit.DAYS.between(before, after.toLocalDate()))
                .atTime(after.toLocalTime());
        Optional<Schedule> invited = goesOnElsewhere ? asInvited(dealings, event, before, first) : Optional.empty();
        Schedule unmoved = invited.orElseGet(() -> whole.withStart(
                        first.atTime(whole.start().toLocalTime()))
                .withRecurrence(whole.recurrence().flatMap(rule -> rule.continuingFrom(from, whole.start(), zone))));
        return FollowingSchedule.moved(unmoved, start, Times.length(event.time()));
    }

    /** What is left of the series as it was accepted, from the date on that is on {@code first} by now. */
    private static Optional<Schedule> asInvited(
            Dealings dealings, CalendarEvent event, LocalDate before, LocalDate first) {
        return dealings.acceptedSeries(event.time().zone()).map(invited -> {
            EventMoment start = invited.time().start();
            long moved = ChronoUnit.DAYS.between(LocalDate.ofInstant(id(event).instant(), start.zone()), before);
            LocalDateTime original = first.minusDays(moved).atTime(start.local().toLocalTime());
            Instant from = original.atZone(start.zone()).toInstant();
            Optional<Recurrence> left =
                    invited.repetition().rule().flatMap(rule -> rule.continuingFrom(from, start.local(), start.zone()));
            return new Schedule(original, start.zone(), Times.length(invited.time()), left, Set.of());
        });
    }
}
