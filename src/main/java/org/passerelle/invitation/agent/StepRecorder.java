package org.passerelle.invitation.agent;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventMoment;
import org.passerelle.invitation.agent.Dealings.Part;
import org.passerelle.invitation.agent.Dealings.State;
import org.passerelle.invitation.agent.Dealings.WrittenAnswer;
import org.passerelle.invitation.agent.series.Times;

/** Notes how the steps of a ruling ended. Pure. */
final class StepRecorder {

    private StepRecorder() {}

    /** What is known after {@code step}. */
    static Dealings noted(Dealings dealings, Ruling.Step step, Outcome outcome) {
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
                        ? dealings.part(Dealings.key(event)).map(Part::written).orElse(WrittenAnswer.NONE)
                        : WrittenAnswer.NONE,
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
