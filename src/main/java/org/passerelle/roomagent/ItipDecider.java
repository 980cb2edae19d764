package org.passerelle.roomagent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.Person;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.fault.CalendarFault;
import org.passerelle.calendar.fault.CalendarFaultCode;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.write.RoomReply.RoomAnswer;
import org.passerelle.directory.MailRules;
import org.passerelle.directory.MailRules.Mode;
import org.passerelle.roomagent.DecisionReason.DecisionCode;
import org.passerelle.roomagent.ItipDecision.DecisionStep;
import org.passerelle.roomagent.ItipDecision.Disposition;
import org.passerelle.roomagent.event.IncomingMessage;
import org.passerelle.roomagent.event.RoomInvitation;
import org.passerelle.roomagent.event.RoomInvitation.InstanceState;
import org.passerelle.roomagent.message.Explanation;
import org.passerelle.roomagent.series.SeriesInstances;
import org.passerelle.roomagent.series.Times;

/**
 * Decides what a message is to lead to (RFC 5546 sections 2.1.4, 2.1.5, 3.2.2 and 3.2.5). Pure: the message, what is known,
 * the account of whoever asks and the clock make the ruling. Whether the room is free is not asked here, for only booking
 * it tells.
 */
final class ItipDecider {

    /** Dates that are refused one by one, where nothing of a message is followed. */
    private static final int MOST_REFUSED = 10;

    private final IncomingMessage message;
    private final Optional<RoomInvitation> known;
    private final Optional<Person> account;
    private final EventAuthority authority;
    private final Instant now;
    private final MailRules rules;
    private final BoundedDates dates;
    private final MessageOrder order;
    private final List<DecisionReason> grounds = new ArrayList<>();
    private final Set<Explanation> notes = new LinkedHashSet<>();

    private ItipDecider(
            IncomingMessage message,
            Optional<RoomInvitation> known,
            Optional<Person> account,
            EventAuthority authority,
            Instant now) {
        this.message = message;
        this.known = known;
        this.account = account;
        this.authority = authority;
        this.now = now;
        this.rules = message.room().profile().mail();
        this.dates = BoundedDates.of(message);
        this.order = new MessageOrder(message, known, grounds);
    }

    /**
     * @param account of whoever sent it
     * @param authority of whoever acts over what is known
     */
    static ItipDecision judge(
            IncomingMessage message,
            Optional<RoomInvitation> known,
            Optional<Person> account,
            EventAuthority authority,
            Instant now) {
        return new ItipDecider(message, known, account, authority, now).ruling();
    }

    private ItipDecision ruling() {
        message.approver()
                .ifPresent(manager -> grounds.add(DecisionReason.of(DecisionCode.MANAGER_DECIDED, manager.email())));
        if (rules.mode() == Mode.NONE && !message.approved()) {
            return end(Disposition.KEEP, DecisionCode.MODE, rules.mode());
        }
        if (!message.sender().authenticated() && !message.approved()) {
            return end(
                    Disposition.KEEP,
                    DecisionCode.NOT_AUTHENTICATED,
                    message.sender().address());
        }
        if (authority == EventAuthority.NOT_GIVEN && !message.approved()) {
            return end(
                    Disposition.KEEP,
                    DecisionCode.NOT_FROM_ORGANISER,
                    message.sender().address(),
                    message.organiser());
        }
        if (authority == EventAuthority.OF_ANOTHER_EVENT) {
            grounds.add(DecisionReason.of(DecisionCode.OTHER_ORGANISER, message.organiser()));
            return refused(RoomAnswer.FORBIDDEN, Explanation.of("answer.other-organiser"));
        }
        if (known.isPresent() && !message.sender().address().equals(message.organiser())) {
            grounds.add(
                    DecisionReason.of(DecisionCode.ACTS_FOR, message.sender().address(), message.organiser()));
        }
        return switch (message.method()) {
            case CANCEL -> cancelled();
            case ADD -> added();
            default -> requested(dates.oneByOne());
        };
    }

    private ItipDecision end(Disposition course, DecisionCode code, Object... details) {
        grounds.add(DecisionReason.of(code, details));
        return ruled(course, List.of());
    }

    private ItipDecision ruled(Disposition course, List<DecisionStep> steps) {
        return new ItipDecision(course, steps, grounds, List.copyOf(notes));
    }

    /** Nothing changes, and the sender is told why: by an answer where one was asked for, else in words. */
    private ItipDecision refused(RoomAnswer answer, Explanation why) {
        List<DecisionStep> steps = new ArrayList<>();
        if (message.method() != ItipMethod.CANCEL) {
            message.events()
                    .filter(message::namesTheRoom)
                    .limit(MOST_REFUSED)
                    .forEach(event -> steps.add(new ItipDecision.Refuse(asAdded(event), answer, Optional.of(why))));
        }
        if (steps.isEmpty()) {
            notes.add(why);
            return ruled(Disposition.IGNORE, List.of());
        }
        return ruled(Disposition.REFUSE, steps);
    }

    /** An answer about dates that were to be added says nothing of the series. */
    private CalendarEvent asAdded(CalendarEvent event) {
        return message.method() == ItipMethod.ADD && event.time().isTold()
                ? event.on(event.time().start())
                : event;
    }

    /** Only to what is known can dates be added (RFC 5546 section 3.2.4); they are dealt with like others that no rule gives. */
    private ItipDecision added() {
        boolean isKnown = known.filter(invitation -> invitation.parts().values().stream()
                        .anyMatch(part -> part.state() != RoomInvitation.State.CANCELLED))
                .isPresent();
        if (!isKnown) {
            grounds.add(DecisionReason.of(DecisionCode.UNKNOWN_SERIES));
            return refused(RoomAnswer.UNSUPPORTED, Explanation.of("answer.unknown-series"));
        }
        List<CalendarEvent> all = new ArrayList<>(message.dates());
        for (CalendarEvent event : message.masters()) {
            Optional<Explanation> fault = message.fault(event);
            Optional<List<CalendarEvent>> more =
                    fault.isPresent() ? Optional.empty() : SeriesInstances.oneByOne(event, BoundedDates.MOST_DATES);
            if (more.isEmpty() || all.size() + more.get().size() > BoundedDates.MOST_DATES) {
                grounds.add(
                        DecisionReason.of(fault.isPresent() ? DecisionCode.NOT_FOLLOWED : DecisionCode.TOO_MANY_ADDED));
                return refused(RoomAnswer.UNSUPPORTED, fault.orElseGet(() -> Explanation.of("answer.too-many-added")));
            }
            all.addAll(more.get());
        }
        return requested(all);
    }

    private ItipDecision cancelled() {
        if (message.dates().size() > BoundedDates.MOST_DATES && !message.approved()) {
            return end(
                    Disposition.KEEP,
                    DecisionCode.TOO_MANY_DATES,
                    message.dates().size(),
                    BoundedDates.MOST_DATES);
        }
        List<DecisionStep> steps = new ArrayList<>();
        for (CalendarEvent event : message.events().toList()) {
            boolean concernsOthers = !event.people().attendees().isEmpty() && !message.namesTheRoom(event);
            if (concernsOthers) {
                grounds.add(DecisionReason.of(DecisionCode.ROOM_NOT_NAMED));
            } else if (order.isNews(event, true)) {
                steps.add(new ItipDecision.Free(event));
            }
        }
        return ruled(steps.isEmpty() ? Disposition.IGNORE : Disposition.ACT, steps);
    }

    private ItipDecision requested(List<CalendarEvent> events) {
        List<DecisionStep> steps = new ArrayList<>();
        boolean isRepeated = false;
        for (CalendarEvent event : events) {
            if (!message.namesTheRoom(event)) {
                message.fault(event).ifPresent(why -> notes.add(new Explanation("note.unreadable", why.details())));
                notNamed(event).ifPresent(steps::add);
            } else if (order.isNews(event, false)) {
                step(event).ifPresent(steps::add);
            } else {
                isRepeated |= order.part(event)
                        .filter(part -> part.compare(event) == 0)
                        .isPresent();
            }
        }
        if (steps.isEmpty() && isRepeated) {
            return end(Disposition.REPEAT, DecisionCode.REPEATED);
        }
        boolean isForwarded =
                known.isEmpty() && notes.isEmpty() && message.events().noneMatch(message::namesTheRoom);
        if (isForwarded && !message.approved()) {
            return ruled(Disposition.KEEP, List.of());
        }
        return ruled(steps.isEmpty() ? Disposition.IGNORE : Disposition.ACT, steps);
    }

    /** An organiser who drops the room from an event that it knows gives it free; else the message was meant for others. */
    private Optional<DecisionStep> notNamed(CalendarEvent event) {
        boolean stands = order.part(event).filter(InstanceState::stands).isPresent();
        boolean isDateOfASeries = event.recurrenceId().isPresent()
                && known.flatMap(RoomInvitation::master)
                        .filter(InstanceState::stands)
                        .isPresent();
        if ((stands || isDateOfASeries) && order.isNews(event, false)) {
            grounds.add(DecisionReason.of(DecisionCode.ROOM_REMOVED));
            return Optional.of(new ItipDecision.Free(event));
        }
        if (message.approved() && known.isEmpty()) {
            return step(event);
        }
        grounds.add(DecisionReason.of(DecisionCode.ROOM_NOT_NAMED));
        return Optional.empty();
    }

    private Optional<DecisionStep> step(CalendarEvent event) {
        if (dates.refuses(event)) {
            Explanation together = dates.together().orElseThrow();
            grounds.add(DecisionReason.of(
                    event.recurrenceId().isPresent() && message.master().isPresent()
                            ? DecisionCode.FOREIGN_DATES
                            : DecisionCode.TOO_MANY_DATES,
                    together.details().get(0),
                    BoundedDates.MOST_DATES));
            return Optional.of(new ItipDecision.Refuse(event, RoomAnswer.UNSUPPORTED, dates.together()));
        }
        Optional<Explanation> fault = message.fault(event);
        if (fault.isPresent()) {
            grounds.add(DecisionReason.of(DecisionCode.NOT_FOLLOWED));
            return Optional.of(new ItipDecision.Refuse(event, RoomAnswer.UNSUPPORTED, fault));
        }
        Optional<InstanceState> before = order.part(event).filter(InstanceState::stands);
        if (event.standing().isCancelled()) {
            return Optional.of(new ItipDecision.Free(event));
        }
        if (event.recurrenceId().isPresent() && event.repetition().rule().isPresent()) {
            grounds.add(DecisionReason.of(DecisionCode.RULE_IN_DATE));
            return Optional.of(new ItipDecision.Refuse(event, RoomAnswer.UNSUPPORTED, Optional.empty()));
        }
        if (!Times.fitsItsZone(event)) {
            CalendarFault clocks = CalendarFault.of(CalendarFaultCode.NOWHERES_CLOCKS);
            grounds.add(DecisionReason.of(clocks));
            return Optional.of(new ItipDecision.Refuse(
                    event, RoomAnswer.UNSUPPORTED, Optional.of(Explanation.of("answer.unreadable", clocks))));
        }
        if (Times.isOver(event, now) && !event.identity().thisAndFuture()) {
            return over(event, before);
        }
        if (!event.time().end().isAfter(event.time().start().instant())) {
            grounds.add(DecisionReason.of(DecisionCode.NO_TIME));
            return Optional.of(new ItipDecision.Refuse(event, RoomAnswer.UNSUPPORTED, Optional.empty()));
        }
        if (!message.approved()
                && before.filter(part -> part.times().equals(Times.fingerprint(event)))
                        .isPresent()) {
            grounds.add(DecisionReason.of(DecisionCode.SAME_TIMES));
            return Optional.of(new ItipDecision.Reword(event, message.asksForAnswer(event)));
        }
        before.filter(part -> !message.approved())
                .ifPresent(part -> grounds.add(DecisionReason.of(DecisionCode.OTHER_TIMES)));
        return Optional.of(new RoomRulesDecider(message, account, grounds).decide(event));
    }

    /** Of what is wholly past nothing is booked, and the sender hears that; what was ahead until now is given up. */
    private Optional<DecisionStep> over(CalendarEvent event, Optional<InstanceState> before) {
        grounds.add(DecisionReason.of(DecisionCode.OVER));
        if (before.filter(part -> part.times().equals(Times.fingerprint(event))).isPresent()) {
            return Optional.empty();
        }
        notes.add(Explanation.of(event.recurrenceId().isPresent() ? "note.over-date" : "note.over"));
        boolean isOfASeries = event.recurrenceId().isPresent()
                && known.flatMap(RoomInvitation::master)
                        .filter(InstanceState::stands)
                        .isPresent();
        return before.isPresent() || isOfASeries ? Optional.of(new ItipDecision.Free(event)) : Optional.empty();
    }
}
