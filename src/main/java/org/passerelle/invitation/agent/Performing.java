package org.passerelle.invitation.agent;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.Booking;
import org.passerelle.booking.BookingId;
import org.passerelle.booking.BookingOrder;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.BookingState;
import org.passerelle.booking.Occurrence;
import org.passerelle.booking.Schedule;
import org.passerelle.calendar.RoomReply.Answer;
import org.passerelle.calendar.message.CalendarEvent;
import org.passerelle.calendar.message.EventMoment;
import org.passerelle.invitation.agent.Dealings.Part;
import org.passerelle.invitation.agent.Dealings.State;
import org.passerelle.invitation.agent.Keeping.HeldDate;
import org.passerelle.invitation.agent.Outcome.Refusal;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Takes the steps of a ruling. Taken again after an interruption, they lead to the same. */
@Component
class Performing {

    private final Occupying occupying;
    private final Keeping keeping;
    private final FollowingChanger following;
    private final Clock clock;

    Performing(Occupying occupying, Keeping keeping, FollowingChanger following, Clock clock) {
        this.occupying = occupying;
        this.keeping = keeping;
        this.following = following;
        this.clock = clock;
    }

    /** What was done, and what is known now. */
    record Performance(Dealings dealings, List<Outcome> outcomes, List<Ground> grounds) {

        Performance {
            outcomes = List.copyOf(outcomes);
            grounds = List.copyOf(grounds);
        }
    }

    Performance perform(Incoming message, Ruling ruling, Optional<Dealings> known) {
        List<Ground> grounds = new ArrayList<>(ruling.grounds());
        List<Outcome> outcomes = new ArrayList<>();
        Dealings dealings = known.orElseGet(() -> Dealings.with(message)).heardFrom(message);
        for (Ruling.Step step : ruling.steps()) {
            if (step instanceof Ruling.Place place
                    && place.event().recurrenceId().isEmpty()) {
                dealings = withoutReplaced(message, place.event(), dealings);
            }
            Outcome outcome = take(message, step, dealings, grounds);
            outcomes.add(outcome);
            dealings = noted(dealings, step, outcome);
            if (step instanceof Ruling.Place place
                    && place.event().recurrenceId().isEmpty()) {
                for (CalendarEvent date : Times.besideTheRule(place.event(), clock.instant())) {
                    Ruling.Place more = new Ruling.Place(date, place.asks(), place.unasked());
                    Outcome beside = take(message, more, dealings, grounds);
                    outcomes.add(beside);
                    dealings = noted(dealings, more, beside);
                }
            }
        }
        return new Performance(dealings, outcomes, grounds);
    }

    private Outcome take(Incoming message, Ruling.Step step, Dealings dealings, List<Ground> grounds) {
        CalendarEvent event = step.event();
        if (step instanceof Ruling.Refuse refuse) {
            free(event, dealings);
            return Outcome.declined(event, refuse.answer(), Refusal.of(refuse.why()));
        }
        if (step instanceof Ruling.Free) {
            grounds.add(Ground.of(free(event, dealings) ? Ground.Code.FREED : Ground.Code.UNKNOWN_EVENT));
            return Outcome.silent(event);
        }
        if (step instanceof Ruling.Reword reword) {
            grounds.add(Ground.of(Ground.Code.REWORDED));
            return reworded(message, reword, dealings);
        }
        return placed(message, (Ruling.Place) step, dealings, grounds);
    }

    private Optional<Booking> own(CalendarEvent event, Dealings dealings) {
        return keeping.live(dealings.part(Dealings.key(event)).flatMap(Part::booking), clock.instant());
    }

    private Optional<HeldDate> held(CalendarEvent date, Dealings dealings) {
        return date.recurrenceId().flatMap(id -> keeping.held(dealings, id, clock.instant()));
    }

    /** What older messages said of single dates and is not said any more does not outlive a new message about the whole. */
    private Dealings withoutReplaced(Incoming message, CalendarEvent series, Dealings dealings) {
        Set<String> said = Stream.concat(
                        message.dates().stream(), Times.besideTheRule(series, clock.instant()).stream())
                .map(Dealings::key)
                .collect(Collectors.toSet());
        Map<String, Part> replaced = dealings.parts().entrySet().stream()
                .filter(each -> !each.getKey().equals(Dealings.MASTER) && !said.contains(each.getKey()))
                .filter(each -> each.getValue().compare(series) > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Optional<BookingId> whole = dealings.master().flatMap(Part::booking);
        replaced.values().stream()
                .filter(part -> part.booking()
                        .filter(id -> !whole.equals(Optional.of(id)))
                        .isPresent())
                .flatMap(part -> keeping.live(part.booking(), clock.instant()).stream())
                .forEach(keeping::free);
        return dealings.without(replaced.keySet());
    }

    private Outcome placed(Incoming message, Ruling.Place step, Dealings dealings, List<Ground> grounds) {
        CalendarEvent event = step.event();
        if (event.identity().thisAndFuture()) {
            return following.move(message, step, dealings, grounds);
        }
        Optional<Booking> own = own(event, dealings);
        Optional<HeldDate> held = own.isPresent() ? Optional.empty() : held(event, dealings);
        if (held.isPresent()) {
            return moved(message, event, held.get().series(), held.get().date(), grounds);
        }
        Outcome outcome = occupying.place(message, step, own, elsewhere(event, dealings), grounds);
        if (step.unasked() && outcome.answer().isPresent() && outcome.booking().isEmpty()) {
            grounds.add(Ground.of(Ground.Code.MANAGER_DECIDES));
            return Outcome.silent(event);
        }
        return outcome;
    }

    /** Dates that were written about later than {@code series}, and are not part of its booking. */
    private static Set<Instant> elsewhere(CalendarEvent series, Dealings dealings) {
        return dealings.parts().entrySet().stream()
                .filter(each -> !each.getKey().equals(Dealings.MASTER)
                        && series.recurrenceId().isEmpty())
                .filter(each -> each.getValue().compare(series) < 0)
                .filter(each ->
                        each.getValue().booking().isPresent() || each.getValue().state() == State.CANCELLED)
                .map(each -> Instant.parse(each.getKey()))
                .collect(Collectors.toSet());
    }

    /** Moves a date within its series; where that does not go it is given up, for the organiser has moved it already. */
    private Outcome moved(
            Incoming message, CalendarEvent event, Booking series, Occurrence date, List<Ground> grounds) {
        Interval to = to(message, event);
        boolean stays = date.time().equals(to);
        BookingResult result = stays ? new BookingResult.Done(series) : keeping.move(series, date.recurrenceId(), to);
        if (result instanceof BookingResult.Done done) {
            boolean isFirm = done.booking().state() == BookingState.CONFIRMED;
            grounds.add(Ground.of(
                    isFirm ? Ground.Code.BOOKED : Ground.Code.ASKED,
                    done.booking().id()));
            return new Outcome(
                    event,
                    Optional.of(isFirm ? Answer.ACCEPTED : Answer.TENTATIVE),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Refusal.NONE);
        }
        keeping.drop(series, date.recurrenceId());
        grounds.add(Ground.of(Ground.Code.RELEASED));
        Schedule schedule = Times.schedule(event, series.schedule().zone(), Set.of(), clock.instant())
                .orElse(series.schedule());
        BookingOrder wished = occupying.order(event, schedule, message.room(), Optional.empty());
        return occupying.refused(message, event, wished, result, grounds);
    }

    /** When a date is now; on a whole day, while the room is open. */
    private Interval to(Incoming message, CalendarEvent event) {
        Interval written =
                Interval.of(event.time().start().instant(), event.time().end());
        return Optional.of(event)
                .filter(each -> each.time().wholeDays())
                .flatMap(each -> Times.schedule(each, each.time().zone(), Set.of(), clock.instant()))
                .flatMap(whole -> occupying.whileOpen(message, event, whole))
                .filter(schedule -> !schedule.recurs())
                .map(Schedule::first)
                .orElse(written);
    }

    private Outcome reworded(Incoming message, Ruling.Reword step, Dealings dealings) {
        CalendarEvent event = step.event();
        Optional<Booking> own = own(event, dealings);
        own.ifPresent(
                booking -> keeping.reword(booking, occupying.order(event, booking.schedule(), message.room(), own)));
        State state = dealings.part(Dealings.key(event)).map(Part::state).orElse(State.DECLINED);
        Optional<Answer> answer =
                Optional.of(Answer.valueOf(state.name())).filter(each -> step.answers() && state != State.CANCELLED);
        return new Outcome(event, answer, own.map(Booking::id), List.of(), Optional.empty(), Refusal.NONE);
    }

    /** Gives up what {@code event} occupies; a whole series with all its dates. Whether there was anything. */
    private boolean free(CalendarEvent event, Dealings dealings) {
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

    private static Dealings noted(Dealings dealings, Ruling.Step step, Outcome outcome) {
        CalendarEvent event = step.event();
        State state = step instanceof Ruling.Free
                ? State.CANCELLED
                : outcome.answer()
                        .map(answer -> State.valueOf(answer.participation()))
                        .orElseGet(() -> dealings.part(Dealings.key(event))
                                .map(Part::state)
                                .orElse(State.DECLINED));
        boolean isTail = event.identity().thisAndFuture();
        boolean keepsAnswer = step instanceof Ruling.Reword;
        Part part = new Part(
                event.identity().sequence(),
                event.identity().stamp(),
                Times.fingerprint(event),
                state,
                outcome.booking(),
                keepsAnswer
                        ? dealings.part(Dealings.key(event)).map(Part::written).orElse("")
                        : "",
                Optional.of(event)
                        .filter(each -> isTail)
                        .map(each -> each.time().isTold()
                                ? each.time().start()
                                : each.recurrenceId().orElseThrow())
                        .map(EventMoment::instant));
        boolean isGivenUp = state == State.CANCELLED || step instanceof Ruling.Refuse;
        Dealings noted = isTail ? withoutLaterTails(dealings, event) : dealings;
        if (isGivenUp && (isTail || event.recurrenceId().isEmpty())) {
            noted = noted.calledOffFrom(
                    event.recurrenceId().map(EventMoment::instant).orElse(Instant.MIN));
        }
        return noted.with(Dealings.key(event), part);
    }

    private static Dealings withoutLaterTails(Dealings dealings, CalendarEvent event) {
        Instant id = event.recurrenceId().orElseThrow().instant();
        return dealings.without(dealings.tails().tailSet(id, false).stream()
                .map(Instant::toString)
                .toList());
    }
}
