package org.passerelle.roomagent;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventMoment;
import org.passerelle.roomagent.event.RoomInvitation;
import org.passerelle.roomagent.event.RoomInvitation.InstanceState;
import org.passerelle.roomagent.event.RoomInvitation.State;
import org.passerelle.roomagent.event.RoomInvitation.WrittenAnswer;
import org.passerelle.roomagent.event.StepOutcome;
import org.passerelle.roomagent.series.Times;

/** Notes how the steps of a ruling ended. Pure. */
final class StepRecorder {

    private StepRecorder() {}

    /** What is known after {@code step}. */
    static RoomInvitation noted(RoomInvitation invitation, ItipDecision.DecisionStep step, StepOutcome outcome) {
        CalendarEvent event = step.event();
        State state = step instanceof ItipDecision.Free
                ? State.CANCELLED
                : outcome.answer()
                        .map(answer -> State.valueOf(answer.participation().name()))
                        .orElseGet(() -> invitation
                                .part(RoomInvitation.key(event))
                                .map(InstanceState::state)
                                .orElse(State.DECLINED));
        boolean isTail = event.identity().thisAndFuture();
        boolean keepsAnswer = step instanceof ItipDecision.Reword;
        InstanceState part = new InstanceState(
                event.identity().sequence(),
                event.identity().stamp(),
                Times.fingerprint(event),
                state,
                outcome.booking(),
                keepsAnswer
                        ? invitation
                                .part(RoomInvitation.key(event))
                                .map(InstanceState::written)
                                .orElse(WrittenAnswer.NONE)
                        : WrittenAnswer.NONE,
                Optional.of(event)
                        .filter(each -> isTail)
                        .map(each -> each.time().isTold()
                                ? each.time().start()
                                : each.recurrenceId().orElseThrow())
                        .map(EventMoment::instant));
        boolean isGivenUp = state == State.CANCELLED || step instanceof ItipDecision.Refuse;
        RoomInvitation noted = isTail ? withoutLaterTails(invitation, event) : invitation;
        if (isGivenUp && (isTail || event.recurrenceId().isEmpty())) {
            noted = noted.calledOffFrom(
                    event.recurrenceId().map(EventMoment::instant).orElse(Instant.MIN));
        }
        return noted.with(RoomInvitation.key(event), part);
    }

    private static RoomInvitation withoutLaterTails(RoomInvitation invitation, CalendarEvent event) {
        Instant id = event.recurrenceId().orElseThrow().instant();
        return invitation.without(invitation.tails().tailSet(id, false).stream()
                .map(Instant::toString)
                .toList());
    }
}
