package org.passerelle.roomagent;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Schedule;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventMoment;
import org.passerelle.calendar.write.RoomReply.RoomAnswer;
import org.passerelle.roomagent.BookingChanger.HeldDate;
import org.passerelle.roomagent.DecisionExecutor.Taken;
import org.passerelle.roomagent.event.IncomingMessage;
import org.passerelle.roomagent.event.RoomInvitation;
import org.passerelle.roomagent.event.RoomInvitation.InstanceState;
import org.passerelle.roomagent.event.StepOutcome;
import org.passerelle.roomagent.event.StepOutcome.Refusal;
import org.passerelle.roomagent.message.Explanation;
import org.passerelle.roomagent.series.FollowingDates;
import org.passerelle.roomagent.series.FollowingSchedule;
import org.passerelle.roomagent.series.InvitedDates;
import org.passerelle.roomagent.series.Occupation;
import org.passerelle.roomagent.series.SeriesInstances;
import org.passerelle.time.Recurrence;
import org.springframework.stereotype.Component;

/**
 * Moves or gives up a date of a series together with all later ones (RANGE=THISANDFUTURE, RFC 5545 section 3.2.13). They move
 * by as much as the first, on the clock of the series. Those that the rule gives become a booking of their own, those that are
 * held by themselves stay so; what has begun stays.
 */
@Component
class LaterInstancesChanger {

    private final BookingChanger keeping;
    private final RoomBooker occupying;
    private final Clock clock;

    LaterInstancesChanger(BookingChanger keeping, RoomBooker occupying, Clock clock) {
        this.keeping = keeping;
        this.occupying = occupying;
        this.clock = clock;
    }

    /** {@code step}; one that moves all dates from one on, together with a step for each that is held by itself, in order. */
    List<ItipDecision.DecisionStep> steps(ItipDecision.DecisionStep step, RoomInvitation invitation) {
        if (!(step instanceof ItipDecision.PlaceStep place)
                || !step.event().identity().thisAndFuture()) {
            return List.of(step);
        }
        return new FollowingSteps(place, invitation, keeping, clock.instant()).inOrder();
    }

    /** @param grounds are added to */
    Taken move(
            IncomingMessage message,
            ItipDecision.PlaceStep step,
            RoomInvitation invitation,
            List<DecisionReason> grounds) {
        CalendarEvent event = step.event();
        Optional<HeldDate> first = first(event, invitation);
        if (first.isEmpty()) {
            return Taken.alone(alone(message, step, invitation, grounds));
        }
        boolean goesOnElsewhere = freeLaterTails(event, invitation);
        Booking series = first.get().series();
        Instant from = first.get().date().recurrenceId();
        Optional<FollowingDates> dates = moved(event, invitation, series, from, goesOnElsewhere)
                .flatMap(schedule -> occupying.whileOpen(message, event, schedule))
                .map(FollowingDates::of);
        if (dates.isEmpty()) {
            keeping.dropFollowing(series, from);
            grounds.add(DecisionReason.of(DecisionReason.DecisionCode.RELEASED));
            Explanation why = Explanation.of("answer.following-unsupported");
            return Taken.alone(StepOutcome.declined(event, RoomAnswer.UNSUPPORTED, Refusal.of(Optional.of(why))));
        }
        BookingOrder wished =
                skipping(occupying.order(event, dates.get().schedule(), message.room(), Optional.of(series)));
        List<ItipDecision.PlaceStep> beside =
                dates.get().beside(event).stream().map(step::about).toList();
        BookingResult result = keeping.changeFollowing(series, from, wished);
        if (result instanceof BookingResult.Done done) {
            Occupation occupation = Occupation.of(Optional.of(wished.schedule()), Optional.of(done.booking()));
            return new Taken(occupying.counted(message, step, occupation, Optional.empty(), grounds), beside);
        }
        keeping.dropFollowing(series, from);
        grounds.add(DecisionReason.of(DecisionReason.DecisionCode.RELEASED));
        return new Taken(occupying.refused(message, event, wished, result, grounds), beside);
    }

    private static BookingOrder skipping(BookingOrder order) {
        return new BookingOrder(order.content(), order.schedule(), order.rooms(), OnConflict.SKIP, order.reacquire());
    }

    /** Where no later date is held the date is the only one, if the series is known at all. */
    private StepOutcome alone(
            IncomingMessage message,
            ItipDecision.PlaceStep step,
            RoomInvitation invitation,
            List<DecisionReason> grounds) {
        CalendarEvent event = step.event();
        if (invitation.master().filter(InstanceState::stands).isEmpty()) {
            grounds.add(DecisionReason.of(DecisionReason.DecisionCode.UNKNOWN_SERIES));
            Explanation why = Explanation.of("answer.unknown-series");
            return StepOutcome.declined(event, RoomAnswer.UNSUPPORTED, Refusal.of(Optional.of(why)));
        }
        Optional<Booking> own = keeping.live(
                invitation.part(RoomInvitation.key(event)).flatMap(InstanceState::booking), clock.instant());
        Schedule once = InvitedDates.once(event.time(), occupying.zone(message));
        return occupying.place(message, step, Occupation.of(Optional.of(once), own), grounds);
    }

    /** Gives up the date that {@code event} names and all later ones. Whether there was anything. */
    boolean free(CalendarEvent event, RoomInvitation invitation) {
        boolean anyLater = freeLaterTails(event, invitation);
        Optional<HeldDate> first = first(event, invitation);
        first.ifPresent(held -> keeping.dropFollowing(held.series(), held.date().recurrenceId()));
        List<Booking> single = own(invitation.datesFrom(id(event).instant()));
        single.forEach(keeping::free);
        return anyLater || first.isPresent() || !single.isEmpty();
    }

    private Optional<HeldDate> first(CalendarEvent event, RoomInvitation invitation) {
        return keeping.heldFrom(invitation, id(event), clock.instant()).findFirst();
    }

    private static EventMoment id(CalendarEvent event) {
        return event.recurrenceId().orElseThrow();
    }

    /** What an earlier message moved from a later date on follows this one from now on. */
    private boolean freeLaterTails(CalendarEvent event, RoomInvitation invitation) {
        Optional<BookingId> around = invitation.partAround(id(event).instant()).flatMap(InstanceState::booking);
        List<Booking> later = own(invitation.datesFrom(id(event).instant()).stream()
                        .filter(part -> part.following().isPresent())
                        .toList())
                .stream()
                .filter(booking -> around.filter(booking.id()::equals).isEmpty())
                .toList();
        later.forEach(keeping::free);
        return !later.isEmpty();
    }

    private List<Booking> own(List<InstanceState> parts) {
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
            CalendarEvent event, RoomInvitation invitation, Booking series, Instant from, boolean goesOnElsewhere) {
        Schedule whole = series.schedule();
        ZoneId zone = whole.zone();
        Instant named = invitation.movedStart(id(event).instant(), zone).toInstant();
        LocalDate before = LocalDate.ofInstant(named, zone);
        LocalDateTime after = FollowingDates.wall(event.time().start(), zone);
        // The very date may have been missed until now, and be had where it moves.
        Instant begin = isMissed(event, invitation, series) ? named : from;
        LocalDate first = LocalDate.ofInstant(begin, zone);
        LocalDateTime start = first.plusDays(ChronoUnit.DAYS.between(before, after.toLocalDate()))
                .atTime(after.toLocalTime());
        Optional<Schedule> invited =
                goesOnElsewhere ? asInvited(invitation, event, before, first, whole) : Optional.empty();
        Schedule unmoved = invited.orElseGet(() -> whole.withStart(
                        first.atTime(whole.start().toLocalTime()))
                .withRecurrence(whole.recurrence().flatMap(rule -> rule.continuingFrom(begin, whole.start(), zone))));
        return FollowingSchedule.moved(unmoved, start, SeriesInstances.length(event.time()));
    }

    /** Whether the date that {@code event} names is one of {@code series} that the room could not be had for. */
    private static boolean isMissed(CalendarEvent event, RoomInvitation invitation, Booking series) {
        Instant named = invitation
                .movedStart(id(event).instant(), series.schedule().zone())
                .toInstant();
        return invitation.part(RoomInvitation.key(event)).isEmpty()
                && series.skipped().stream()
                        .anyMatch(date -> date.time().start().equals(named));
    }

    /** What is left of the series as it was accepted, from the date on that is on {@code first} by now. */
    private static Optional<Schedule> asInvited(
            RoomInvitation invitation, CalendarEvent event, LocalDate before, LocalDate first, Schedule whole) {
        return invitation.acceptedSeries(event.time().zone()).map(invited -> {
            EventMoment start = invited.time().start();
            long moved = ChronoUnit.DAYS.between(LocalDate.ofInstant(id(event).instant(), start.zone()), before);
            LocalDateTime original = first.minusDays(moved).atTime(start.local().toLocalTime());
            Instant from = original.atZone(start.zone()).toInstant();
            Optional<Recurrence> left =
                    invited.repetition().rule().flatMap(rule -> rule.continuingFrom(from, start.local(), start.zone()));
            // What was left out by EXDATE has not moved, wherever the others have.
            Set<LocalDate> exclude =
                    whole.exclude().stream().map(day -> day.minusDays(moved)).collect(Collectors.toSet());
            return new Schedule(original, start.zone(), SeriesInstances.length(invited.time()), left, exclude);
        });
    }
}
