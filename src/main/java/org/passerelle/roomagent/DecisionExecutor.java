package org.passerelle.roomagent;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Schedule;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.write.RoomReply.RoomAnswer;
import org.passerelle.roomagent.BookingChanger.HeldDate;
import org.passerelle.roomagent.event.IncomingMessage;
import org.passerelle.roomagent.event.RoomInvitation;
import org.passerelle.roomagent.event.RoomInvitation.InstanceState;
import org.passerelle.roomagent.event.RoomInvitation.State;
import org.passerelle.roomagent.event.StepOutcome;
import org.passerelle.roomagent.event.StepOutcome.Refusal;
import org.passerelle.roomagent.series.InvitedDates;
import org.passerelle.roomagent.series.Occupation;
import org.passerelle.roomagent.series.SeriesInstances;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Takes the steps of a ruling. Taken again after an interruption, they lead to the same. */
@Component
class DecisionExecutor {

    private final RoomBooker occupying;
    private final BookingChanger keeping;
    private final LaterInstancesChanger following;
    private final Clock clock;

    DecisionExecutor(RoomBooker occupying, BookingChanger keeping, LaterInstancesChanger following, Clock clock) {
        this.occupying = occupying;
        this.keeping = keeping;
        this.following = following;
        this.clock = clock;
    }

    /** What was done, and what is known now. */
    record Performance(RoomInvitation invitation, List<StepOutcome> outcomes, List<DecisionReason> grounds) {

        Performance {
            outcomes = List.copyOf(outcomes);
            grounds = List.copyOf(grounds);
        }
    }

    Performance perform(IncomingMessage message, ItipDecision ruling, Optional<RoomInvitation> known) {
        List<DecisionReason> grounds = new ArrayList<>(ruling.grounds());
        List<StepOutcome> outcomes = new ArrayList<>();
        RoomInvitation invitation =
                known.orElseGet(() -> RoomInvitation.with(message)).heardFrom(message);
        for (ItipDecision.DecisionStep ruled : ruling.steps()) {
            for (ItipDecision.DecisionStep step : following.steps(ruled, invitation)) {
                Optional<InvitedDates> dates = dates(message, step, invitation);
                if (dates.isPresent()) {
                    invitation = withoutReplaced(message, step.event(), dates.get(), invitation);
                }
                Taken taken = take(message, step, dates, invitation, grounds);
                outcomes.add(taken.outcome());
                invitation = StepRecorder.noted(invitation, step, taken.outcome());
                for (ItipDecision.PlaceStep more : taken.beside()) {
                    StepOutcome beside = take(message, more, Optional.empty(), invitation, grounds)
                            .outcome();
                    outcomes.add(beside);
                    invitation = StepRecorder.noted(invitation, more, beside);
                }
            }
        }
        return new Performance(invitation, outcomes, grounds);
    }

    /** How a step ended, and the dates that have to be held by themselves then. */
    record Taken(StepOutcome outcome, List<ItipDecision.PlaceStep> beside) {

        Taken {
            beside = List.copyOf(beside);
        }

        static Taken alone(StepOutcome outcome) {
            return new Taken(outcome, List.of());
        }
    }

    /** The dates of an event or a whole series that is to be booked, but for those that newer messages are about. */
    private Optional<InvitedDates> dates(
            IncomingMessage message, ItipDecision.DecisionStep step, RoomInvitation invitation) {
        CalendarEvent event = step.event();
        return step instanceof ItipDecision.PlaceStep && event.recurrenceId().isEmpty()
                ? Optional.of(
                        InvitedDates.of(event, occupying.zone(message), invitation.isNewerThan(event), clock.instant()))
                : Optional.empty();
    }

    private Taken take(
            IncomingMessage message,
            ItipDecision.DecisionStep step,
            Optional<InvitedDates> dates,
            RoomInvitation invitation,
            List<DecisionReason> grounds) {
        CalendarEvent event = step.event();
        if (step instanceof ItipDecision.Refuse refuse) {
            free(event, invitation);
            return Taken.alone(StepOutcome.declined(event, refuse.answer(), Refusal.of(refuse.why())));
        }
        if (step instanceof ItipDecision.Free) {
            grounds.add(DecisionReason.of(
                    free(event, invitation)
                            ? DecisionReason.DecisionCode.FREED
                            : DecisionReason.DecisionCode.UNKNOWN_EVENT));
            return Taken.alone(StepOutcome.silent(event));
        }
        if (step instanceof ItipDecision.Reword reword) {
            grounds.add(DecisionReason.of(DecisionReason.DecisionCode.REWORDED));
            return Taken.alone(reworded(message, reword, invitation));
        }
        ItipDecision.PlaceStep place = (ItipDecision.PlaceStep) step;
        if (event.identity().thisAndFuture()) {
            return following.move(message, place, invitation, grounds);
        }
        StepOutcome outcome = placed(message, place, dates, invitation, grounds);
        return new Taken(
                outcome,
                dates.stream()
                        .flatMap(all -> all.beside().stream())
                        .filter(date -> !isSaidByItself(message, date))
                        .map(place::about)
                        .toList());
    }

    /** Whether {@code message} says more of that date than that there is one. */
    private static boolean isSaidByItself(IncomingMessage message, CalendarEvent date) {
        return message.dates().stream()
                .anyMatch(each -> !each.identity().thisAndFuture()
                        && RoomInvitation.key(each).equals(RoomInvitation.key(date)));
    }

    private Optional<Booking> own(CalendarEvent event, RoomInvitation invitation) {
        return keeping.live(
                invitation.part(RoomInvitation.key(event)).flatMap(InstanceState::booking), clock.instant());
    }

    private Optional<HeldDate> held(CalendarEvent date, RoomInvitation invitation) {
        return date.recurrenceId().flatMap(id -> keeping.held(invitation, id, clock.instant()));
    }

    /** What older messages said of single dates and is not said any more does not outlive a new message about the whole. */
    private RoomInvitation withoutReplaced(
            IncomingMessage message, CalendarEvent series, InvitedDates dates, RoomInvitation invitation) {
        Set<String> said = Stream.concat(message.dates().stream(), dates.beside().stream())
                .map(RoomInvitation::key)
                .collect(Collectors.toSet());
        Map<String, InstanceState> replaced = invitation.parts().entrySet().stream()
                .filter(each -> !each.getKey().equals(RoomInvitation.MASTER) && !said.contains(each.getKey()))
                .filter(each -> each.getValue().compare(series) > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Optional<BookingId> whole = invitation.master().flatMap(InstanceState::booking);
        replaced.values().stream()
                .filter(part -> part.booking()
                        .filter(id -> !whole.equals(Optional.of(id)))
                        .isPresent())
                .flatMap(part -> keeping.live(part.booking(), clock.instant()).stream())
                .forEach(keeping::free);
        return invitation.without(replaced.keySet());
    }

    private StepOutcome placed(
            IncomingMessage message,
            ItipDecision.PlaceStep step,
            Optional<InvitedDates> dates,
            RoomInvitation invitation,
            List<DecisionReason> grounds) {
        CalendarEvent event = step.event();
        Optional<Booking> own = own(event, invitation);
        Optional<HeldDate> held = own.isPresent() ? Optional.empty() : held(event, invitation);
        if (held.isPresent()) {
            return moved(message, event, held.get().series(), held.get().date(), grounds);
        }
        Optional<Schedule> asked = dates.isPresent()
                ? dates.get().schedule()
                : Optional.of(InvitedDates.once(event.time(), occupying.zone(message)));
        Set<Instant> staying = dates.isPresent() ? staying(event, own, invitation) : Set.of();
        StepOutcome outcome = occupying.place(message, step, new Occupation(asked, own, staying), grounds);
        if (step.unasked() && outcome.answer().isPresent() && outcome.booking().isEmpty()) {
            grounds.add(DecisionReason.of(DecisionReason.DecisionCode.MANAGER_DECIDES));
            return StepOutcome.silent(event);
        }
        return outcome;
    }

    /** Dates within the booking of {@code series} of which newer messages have come: they stay as these have made them. */
    private Set<Instant> staying(CalendarEvent series, Optional<Booking> own, RoomInvitation invitation) {
        return invitation.datesNewerThan(series).stream()
                .filter(id -> own.isPresent()
                        && invitation
                                .part(id.toString())
                                .filter(part -> part.stands() && part.booking().isEmpty())
                                .isPresent())
                .flatMap(id -> keeping.held(invitation, SeriesInstances.original(series, id), clock.instant()).stream())
                .filter(held -> own.filter(held.series()::equals).isPresent())
                .map(held -> held.date().recurrenceId())
                .collect(Collectors.toSet());
    }

    /** Moves a date within its series; where that does not go it is given up, for the organiser has moved it already. */
    private StepOutcome moved(
            IncomingMessage message,
            CalendarEvent event,
            Booking series,
            Occurrence date,
            List<DecisionReason> grounds) {
        Interval to = to(message, event);
        boolean stays = date.time().equals(to) && date.openRequest().isEmpty();
        BookingResult result = stays ? new BookingResult.Done(series) : keeping.move(series, date.recurrenceId(), to);
        if (result instanceof BookingResult.Done done) {
            Booking moved = keeping.approved(done.booking(), message.approver());
            boolean isFirm = moved.state() == BookingState.CONFIRMED
                    && moved.occurrence(date.recurrenceId())
                            .flatMap(Occurrence::openRequest)
                            .isEmpty();
            grounds.add(DecisionReason.of(
                    isFirm ? DecisionReason.DecisionCode.BOOKED : DecisionReason.DecisionCode.ASKED, moved.id()));
            return new StepOutcome(
                    event,
                    Optional.of(isFirm ? RoomAnswer.ACCEPTED : RoomAnswer.TENTATIVE),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Refusal.NONE);
        }
        keeping.drop(series, date.recurrenceId());
        grounds.add(DecisionReason.of(DecisionReason.DecisionCode.RELEASED));
        Schedule schedule = InvitedDates.once(event.time(), series.schedule().zone());
        BookingOrder wished = occupying.order(event, schedule, message.room(), Optional.empty());
        return occupying.refused(message, event, wished, result, grounds);
    }

    /** When a date is now; on a whole day, while the room is open. */
    private Interval to(IncomingMessage message, CalendarEvent event) {
        Interval written =
                Interval.of(event.time().start().instant(), event.time().end());
        return Optional.of(event)
                .filter(each -> each.time().wholeDays())
                .map(each -> InvitedDates.once(each.time(), each.time().zone()))
                .flatMap(whole -> occupying.whileOpen(message, event, whole))
                .filter(schedule -> !schedule.recurs())
                .map(Schedule::first)
                .orElse(written);
    }

    private StepOutcome reworded(IncomingMessage message, ItipDecision.Reword step, RoomInvitation invitation) {
        CalendarEvent event = step.event();
        Optional<Booking> own = own(event, invitation);
        own.ifPresent(
                booking -> keeping.reword(booking, occupying.order(event, booking.schedule(), message.room(), own)));
        State state = invitation
                .part(RoomInvitation.key(event))
                .map(InstanceState::state)
                .orElse(State.DECLINED);
        Optional<RoomAnswer> answer = Optional.of(RoomAnswer.valueOf(state.name()))
                .filter(each -> step.answers() && state != State.CANCELLED);
        return new StepOutcome(event, answer, own.map(Booking::id), List.of(), Optional.empty(), Refusal.NONE);
    }

    /** Gives up what {@code event} occupies; a whole series with all its dates. Whether there was anything. */
    private boolean free(CalendarEvent event, RoomInvitation invitation) {
        Instant now = clock.instant();
        if (event.recurrenceId().isEmpty()) {
            List<Booking> all = invitation.parts().values().stream()
                    .flatMap(part -> keeping.live(part.booking(), now).stream())
                    .toList();
            all.forEach(keeping::free);
            return !all.isEmpty();
        }
        if (event.identity().thisAndFuture()) {
            return following.free(event, invitation);
        }
        Optional<Booking> own = own(event, invitation);
        own.ifPresent(keeping::free);
        Optional<HeldDate> held = held(event, invitation);
        held.ifPresent(date -> keeping.drop(date.series(), date.date().recurrenceId()));
        return own.isPresent() || held.isPresent();
    }
}
