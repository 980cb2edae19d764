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
    record Performance(RoomInvitation dealings, List<StepOutcome> outcomes, List<DecisionReason> grounds) {

        Performance {
            outcomes = List.copyOf(outcomes);
            grounds = List.copyOf(grounds);
        }
    }

    Performance perform(IncomingMessage message, ItipDecision ruling, Optional<RoomInvitation> known) {
        List<DecisionReason> grounds = new ArrayList<>(ruling.grounds());
        List<StepOutcome> outcomes = new ArrayList<>();
        RoomInvitation dealings =
                known.orElseGet(() -> RoomInvitation.with(message)).heardFrom(message);
        for (ItipDecision.DecisionStep ruled : ruling.steps()) {
            for (ItipDecision.DecisionStep step : following.steps(ruled, dealings)) {
                Optional<InvitedDates> dates = dates(message, step, dealings);
                if (dates.isPresent()) {
                    dealings = withoutReplaced(message, step.event(), dates.get(), dealings);
                }
                Taken taken = take(message, step, dates, dealings, grounds);
                outcomes.add(taken.outcome());
                dealings = StepRecorder.noted(dealings, step, taken.outcome());
                for (ItipDecision.PlaceStep more : taken.beside()) {
                    StepOutcome beside = take(message, more, Optional.empty(), dealings, grounds)
                            .outcome();
                    outcomes.add(beside);
                    dealings = StepRecorder.noted(dealings, more, beside);
                }
            }
        }
        return new Performance(dealings, outcomes, grounds);
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
            IncomingMessage message, ItipDecision.DecisionStep step, RoomInvitation dealings) {
        CalendarEvent event = step.event();
        return step instanceof ItipDecision.PlaceStep && event.recurrenceId().isEmpty()
                ? Optional.of(
                        InvitedDates.of(event, occupying.zone(message), dealings.isNewerThan(event), clock.instant()))
                : Optional.empty();
    }

    private Taken take(
            IncomingMessage message,
            ItipDecision.DecisionStep step,
            Optional<InvitedDates> dates,
            RoomInvitation dealings,
            List<DecisionReason> grounds) {
        CalendarEvent event = step.event();
        if (step instanceof ItipDecision.Refuse refuse) {
            free(event, dealings);
            return Taken.alone(StepOutcome.declined(event, refuse.answer(), Refusal.of(refuse.why())));
        }
        if (step instanceof ItipDecision.Free) {
            grounds.add(DecisionReason.of(
                    free(event, dealings)
                            ? DecisionReason.DecisionCode.FREED
                            : DecisionReason.DecisionCode.UNKNOWN_EVENT));
            return Taken.alone(StepOutcome.silent(event));
        }
        if (step instanceof ItipDecision.Reword reword) {
            grounds.add(DecisionReason.of(DecisionReason.DecisionCode.REWORDED));
            return Taken.alone(reworded(message, reword, dealings));
        }
        ItipDecision.PlaceStep place = (ItipDecision.PlaceStep) step;
        if (event.identity().thisAndFuture()) {
            return following.move(message, place, dealings, grounds);
        }
        StepOutcome outcome = placed(message, place, dates, dealings, grounds);
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

    private Optional<Booking> own(CalendarEvent event, RoomInvitation dealings) {
        return keeping.live(dealings.part(RoomInvitation.key(event)).flatMap(InstanceState::booking), clock.instant());
    }

    private Optional<HeldDate> held(CalendarEvent date, RoomInvitation dealings) {
        return date.recurrenceId().flatMap(id -> keeping.held(dealings, id, clock.instant()));
    }

    /** What older messages said of single dates and is not said any more does not outlive a new message about the whole. */
    private RoomInvitation withoutReplaced(
            IncomingMessage message, CalendarEvent series, InvitedDates dates, RoomInvitation dealings) {
        Set<String> said = Stream.concat(message.dates().stream(), dates.beside().stream())
                .map(RoomInvitation::key)
                .collect(Collectors.toSet());
        Map<String, InstanceState> replaced = dealings.parts().entrySet().stream()
                .filter(each -> !each.getKey().equals(RoomInvitation.MASTER) && !said.contains(each.getKey()))
                .filter(each -> each.getValue().compare(series) > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Optional<BookingId> whole = dealings.master().flatMap(InstanceState::booking);
        replaced.values().stream()
                .filter(part -> part.booking()
                        .filter(id -> !whole.equals(Optional.of(id)))
                        .isPresent())
                .flatMap(part -> keeping.live(part.booking(), clock.instant()).stream())
                .forEach(keeping::free);
        return dealings.without(replaced.keySet());
    }

    private StepOutcome placed(
            IncomingMessage message,
            ItipDecision.PlaceStep step,
            Optional<InvitedDates> dates,
            RoomInvitation dealings,
            List<DecisionReason> grounds) {
        CalendarEvent event = step.event();
        Optional<Booking> own = own(event, dealings);
        Optional<HeldDate> held = own.isPresent() ? Optional.empty() : held(event, dealings);
        if (held.isPresent()) {
            return moved(message, event, held.get().series(), held.get().date(), grounds);
        }
        Optional<Schedule> asked = dates.isPresent()
                ? dates.get().schedule()
                : Optional.of(InvitedDates.once(event.time(), occupying.zone(message)));
        Set<Instant> staying = dates.isPresent() ? staying(event, own, dealings) : Set.of();
        StepOutcome outcome = occupying.place(message, step, new Occupation(asked, own, staying), grounds);
        if (step.unasked() && outcome.answer().isPresent() && outcome.booking().isEmpty()) {
            grounds.add(DecisionReason.of(DecisionReason.DecisionCode.MANAGER_DECIDES));
            return StepOutcome.silent(event);
        }
        return outcome;
    }

    /** Dates within the booking of {@code series} of which newer messages have come: they stay as these have made them. */
    private Set<Instant> staying(CalendarEvent series, Optional<Booking> own, RoomInvitation dealings) {
        return dealings.datesNewerThan(series).stream()
                .filter(id -> own.isPresent()
                        && dealings.part(id.toString())
                                .filter(part -> part.stands() && part.booking().isEmpty())
                                .isPresent())
                .flatMap(id -> keeping.held(dealings, SeriesInstances.original(series, id), clock.instant()).stream())
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

    private StepOutcome reworded(IncomingMessage message, ItipDecision.Reword step, RoomInvitation dealings) {
        CalendarEvent event = step.event();
        Optional<Booking> own = own(event, dealings);
        own.ifPresent(
                booking -> keeping.reword(booking, occupying.order(event, booking.schedule(), message.room(), own)));
        State state = dealings.part(RoomInvitation.key(event))
                .map(InstanceState::state)
                .orElse(State.DECLINED);
        Optional<RoomAnswer> answer = Optional.of(RoomAnswer.valueOf(state.name()))
                .filter(each -> step.answers() && state != State.CANCELLED);
        return new StepOutcome(event, answer, own.map(Booking::id), List.of(), Optional.empty(), Refusal.NONE);
    }

    /** Gives up what {@code event} occupies; a whole series with all its dates. Whether there was anything. */
    private boolean free(CalendarEvent event, RoomInvitation dealings) {
        Instant now = clock.instant();
        if (event.recurrenceId().isEmpty()) {
            List<Booking> all = dealings.parts().values().stream()
                    .flatMap(part -> keeping.live(part.booking(), now).stream())
                    .toList();
            all.forEach(keeping::free);
            return !all.isEmpty();
        }
        if (event.identity().thisAndFuture()) {
            return following.free(event, dealings);
        }
        Optional<Booking> own = own(event, dealings);
        own.ifPresent(keeping::free);
        Optional<HeldDate> held = held(event, dealings);
        held.ifPresent(date -> keeping.drop(date.series(), date.date().recurrenceId()));
        return own.isPresent() || held.isPresent();
    }
}
