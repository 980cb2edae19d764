package org.passerelle.roomagent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.availability.Alternatives;
import org.passerelle.availability.query.FoundRooms.NearMiss;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.BookingRooms;
import org.passerelle.booking.HoldingRooms;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.RequestKey;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Skipped;
import org.passerelle.booking.policy.BookingBounds;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.EmptySchedule;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.write.RoomReply.RoomAnswer;
import org.passerelle.directory.Directories;
import org.passerelle.directory.MailRules.Beyond;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.roomagent.event.ActingSender;
import org.passerelle.roomagent.event.IncomingMessage;
import org.passerelle.roomagent.event.RoomInvitation;
import org.passerelle.roomagent.event.StepOutcome;
import org.passerelle.roomagent.event.StepOutcome.Refusal;
import org.passerelle.roomagent.message.Explanation;
import org.passerelle.roomagent.series.Occupation;
import org.passerelle.roomagent.series.OpenDays;
import org.passerelle.roomagent.series.Reach;
import org.springframework.stereotype.Component;

/**
 * Books what an invitation asks for. It never looks first whether the room is free: the booking is tried, and what comes of
 * it decides. A series is held, counted, and confirmed only if it misses no more dates than the room allows.
 */
@Component
class RoomBooker {

    /** While a new series is counted; should the program end meanwhile, the same message finds the hold again. */
    private static final Duration WHILE_COUNTING = Duration.ofMinutes(10);

    private final BookingRooms booking;
    private final HoldingRooms holding;
    private final BookingChanger keeping;
    private final ActingSender booker;
    private final Directories directories;
    private final Alternatives alternatives;
    private final Clock clock;

    RoomBooker(
            BookingRooms booking,
            HoldingRooms holding,
            BookingChanger keeping,
            ActingSender booker,
            Directories directories,
            Alternatives alternatives,
            Clock clock) {
        this.booking = booking;
        this.holding = holding;
        this.keeping = keeping;
        this.booker = booker;
        this.directories = directories;
        this.alternatives = alternatives;
        this.clock = clock;
    }

    /** @param grounds are added to */
    StepOutcome place(
            IncomingMessage message, ItipDecision.PlaceStep step, Occupation occupation, List<DecisionReason> grounds) {
        CalendarEvent event = step.event();
        if (occupation.asked().isEmpty()) {
            List<Reason> over =
                    List.of(Reason.of(ReasonCode.IN_THE_PAST, message.room().id()));
            return released(
                    occupation,
                    StepOutcome.declined(event, RoomAnswer.DECLINED, new Refusal(over, Optional.empty(), List.of())));
        }
        Optional<Schedule> schedule =
                whileOpen(message, event, occupation.asked().get());
        if (schedule.isEmpty()) {
            Explanation why = Explanation.of("answer.hours-differ");
            return released(
                    occupation, StepOutcome.declined(event, RoomAnswer.UNSUPPORTED, Refusal.of(Optional.of(why))));
        }
        Attempt attempt = attempt(message, step, occupation, schedule.get());
        Optional<Booking> made = made(attempt.result());
        if (made.isPresent()) {
            return counted(message, step, occupation.made(made.get()), attempt.reach(), grounds);
        }
        if (occupation.before().isPresent()) {
            grounds.add(DecisionReason.of(DecisionReason.DecisionCode.RELEASED));
        }
        return released(occupation, refused(message, event, attempt.order(), attempt.result(), grounds));
    }

    /** Gives up what was held, but for what stays. */
    private StepOutcome released(Occupation occupation, StepOutcome declined) {
        occupation.before().ifPresent(old -> keeping.release(old, occupation.staying()));
        return occupation.staying().isEmpty()
                ? declined
                : declined.with(occupation.before().map(Booking::id));
    }

    /** Whole days mean the hours in which the room is open; empty where these are not the same on all of them. */
    Optional<Schedule> whileOpen(IncomingMessage message, CalendarEvent event, Schedule asked) {
        Site site = directories.current().siteOf(message.room());
        return event.time().wholeDays()
                ? new OpenDays(message.room().rules().openingHours(), site).held(asked)
                : Optional.of(asked);
    }

    /** What was tried, and what came of it. */
    private record Attempt(BookingOrder order, Optional<Reach> reach, BookingResult result) {}

    /** Where the room takes as much of a series as it can, that is tried; how many dates are too many, booking tells. */
    private Attempt attempt(
            IncomingMessage message, ItipDecision.PlaceStep step, Occupation occupation, Schedule asked) {
        if (message.room().profile().mail().beyond() == Beyond.DECLINE) {
            return attempt(message, step, occupation, asked, Optional.empty());
        }
        Instant horizon = BookingBounds.of(message.room(), directories.current(), clock.instant())
                .latest();
        Attempt first = attempt(message, step, occupation, asked, Reach.within(asked, horizon));
        Optional<Reach> fewer = mostThatFit(first.result()).flatMap(last -> Reach.until(asked, last));
        return fewer.isPresent() ? attempt(message, step, occupation, asked, fewer) : first;
    }

    private Attempt attempt(
            IncomingMessage message,
            ItipDecision.PlaceStep step,
            Occupation occupation,
            Schedule asked,
            Optional<Reach> reach) {
        Schedule schedule = reach.map(Reach::schedule).orElse(asked);
        Optional<Booking> before = occupation.before();
        BookingOrder order = order(step.event(), schedule, message.room(), before);
        BookingResult result = before.isPresent()
                ? keeping.change(before.get(), order, occupation.staying(), clock.instant())
                : tried(message, step.event(), order, step.asks());
        return new Attempt(order, reach, result);
    }

    /** What {@code event} asks for; people who are rooms of the directory sit nowhere. */
    BookingOrder order(CalendarEvent event, Schedule schedule, Room room, Optional<Booking> before) {
        return OrderFromEvent.order(event, schedule, room, before, directories.current());
    }

    private static Optional<LocalDate> mostThatFit(BookingResult result) {
        return result instanceof BookingResult.Refused refused
                ? refused.reasons().stream()
                        .filter(reason -> reason.code() == ReasonCode.TOO_MANY_OCCURRENCES)
                        .map(reason -> LocalDate.parse(reason.details().get(1)))
                        .findFirst()
                : Optional.empty();
    }

    ZoneId zone(IncomingMessage message) {
        return directories.current().siteOf(message.room()).zone();
    }

    private BookingResult tried(IncomingMessage message, CalendarEvent event, BookingOrder order, boolean asks) {
        Person person = person(message);
        String key = String.join(
                "\n",
                "mail",
                message.room().id().value(),
                event.uid(),
                RoomInvitation.key(event),
                event.identity().sequence() + "/" + event.identity().stamp(),
                String.valueOf(message.approved()));
        Optional<Duration> hold = asks
                ? Optional.of(BookingRooms.LONGEST_HOLD)
                : Optional.of(WHILE_COUNTING).filter(each -> order.schedule().recurs());
        try {
            return booking.book(person, order, hold, RequestKey.repeatable(person.id(), key, key));
        } catch (EmptySchedule e) {
            return BookingResult.Refused.because(Reason.of(ReasonCode.IN_THE_PAST));
        }
    }

    private Person person(IncomingMessage message) {
        return booker.of(new EmailAddress(message.sender().address()));
    }

    private Optional<Booking> made(BookingResult result) {
        if (result instanceof BookingResult.Done done) {
            return Optional.of(done.booking());
        }
        return result instanceof BookingResult.DoneBefore before
                ? keeping.live(Optional.of(before.booking().id()), clock.instant())
                : Optional.empty();
    }

    /** Whether what was had of a series is enough; then it is made firm, else given up. */
    StepOutcome counted(
            IncomingMessage message,
            ItipDecision.PlaceStep step,
            Occupation had,
            Optional<Reach> reach,
            List<DecisionReason> grounds) {
        CalendarEvent event = step.event();
        Booking made = had.before().orElseThrow();
        List<Skipped> missed = made.skipped().stream()
                .filter(date -> date.time().start().isAfter(clock.instant()))
                .toList();
        int kept = keeping.ahead(made, clock.instant()).size();
        if (!missed.isEmpty() && !message.room().profile().mail().isEnough(kept, missed.size())) {
            grounds.add(DecisionReason.of(
                    DecisionReason.DecisionCode.TOO_MANY_MISSED, missed.size(), kept + missed.size()));
            Refusal refusal = new Refusal(reasons(message, missed), Optional.empty(), List.of());
            return released(had, StepOutcome.declined(event, RoomAnswer.DECLINED, refusal));
        }
        if (!missed.isEmpty()) {
            grounds.add(DecisionReason.of(DecisionReason.DecisionCode.MISSED, missed.size(), kept + missed.size()));
        }
        Optional<Reach> within = reach.map(part -> part.keptUntil(lastDate(made)));
        within.ifPresent(part -> grounds.add(DecisionReason.of(DecisionReason.DecisionCode.TRUNCATED, part.last())));
        Booking firm = keeping.approved(step.asks() ? made : confirmed(message, made), message.approver());
        boolean isFirm = firm.state() == BookingState.CONFIRMED;
        grounds.add(DecisionReason.of(
                isFirm ? DecisionReason.DecisionCode.BOOKED : DecisionReason.DecisionCode.ASKED, firm.id()));
        return StepOutcome.standing(event, isFirm ? RoomAnswer.ACCEPTED : RoomAnswer.TENTATIVE, firm.id(), missed)
                .within(within);
    }

    private static LocalDate lastDate(Booking made) {
        Instant last = made.occupying()
                .map(date -> date.time().start())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return LocalDate.ofInstant(last, made.schedule().zone());
    }

    private Booking confirmed(IncomingMessage message, Booking made) {
        if (made.state() != BookingState.HELD) {
            return made;
        }
        BookingResult result = holding.confirm(person(message), made.id(), Optional.empty());
        return result instanceof BookingResult.Done done ? done.booking() : made;
    }

    private List<Reason> reasons(IncomingMessage message, List<Skipped> missed) {
        Site site = directories.current().siteOf(message.room());
        return missed.stream()
                .map(date -> StepOutcome.reason(message.room(), site, date)
                        .on(date.time().start()))
                .toList();
    }

    StepOutcome refused(
            IncomingMessage message,
            CalendarEvent event,
            BookingOrder order,
            BookingResult result,
            List<DecisionReason> grounds) {
        List<Reason> reasons = new ArrayList<>();
        List<NearMiss> instead = List.of();
        if (result instanceof BookingResult.Occupied occupied) {
            occupied.conflicts().stream()
                    .map(Conflict::recurrenceId)
                    .distinct()
                    .forEach(date -> reasons.add(
                            Reason.of(ReasonCode.ROOM_OCCUPIED, message.room().id())
                                    .on(date)));
            instead = alternatives.to(person(message), order, occupied.conflicts());
            grounds.add(DecisionReason.of(DecisionReason.DecisionCode.OCCUPIED, reasons.size()));
        } else if (result instanceof BookingResult.Refused refused) {
            reasons.addAll(refused.reasons());
            instead = alternatives.toRefused(person(message), order, reasons);
            grounds.add(DecisionReason.of(
                    DecisionReason.DecisionCode.RULE,
                    refused.reasons().stream()
                            .map(reason -> reason.code().token())
                            .distinct()
                            .collect(Collectors.joining(", "))));
        } else {
            grounds.add(DecisionReason.of(DecisionReason.DecisionCode.RELEASED));
        }
        return StepOutcome.declined(event, RoomAnswer.DECLINED, new Refusal(reasons, Optional.of(order), instead));
    }
}
