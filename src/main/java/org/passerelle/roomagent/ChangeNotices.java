package org.passerelle.roomagent;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventMoment;
import org.passerelle.calendar.read.EventTime;
import org.passerelle.directory.Room;
import org.passerelle.platform.text.Text;
import org.passerelle.roomagent.DecisionExecutor.Performance;
import org.passerelle.roomagent.event.ActingSender;
import org.passerelle.roomagent.event.EventParties;
import org.passerelle.roomagent.event.IncomingMessage;
import org.passerelle.roomagent.event.RoomInvitation;
import org.passerelle.roomagent.event.RoomInvitation.InstanceState;
import org.passerelle.roomagent.event.RoomInvitation.OrganiserNotice;
import org.passerelle.roomagent.event.RoomInvitation.State;
import org.passerelle.roomagent.event.StepOutcome;
import org.passerelle.roomagent.reply.AnswerTexts;
import org.springframework.stereotype.Component;

/** Words to the organiser about what somebody else has changed in their name, so that no change stays unknown to them. */
@Component
class ChangeNotices {

    /** Dates that are named; of more, how many. */
    private static final int MOST_DATES = 5;

    private static final int LONGEST_TITLE = 100;

    private final AnswerTexts texts;
    private final ActingSender people;

    ChangeNotices(AnswerTexts texts, ActingSender people) {
        this.texts = texts;
        this.people = people;
    }

    /**
     * Nothing where nothing was booked before and nothing is now, lest strangers have people told of what they are refused;
     * and nothing to whomever sent the message, who is answered.
     *
     * @param before what was known of the event; empty for a new one
     */
    List<OrganiserNotice> of(
            MailToRoom mail, IncomingMessage message, Optional<RoomInvitation> before, Performance performance) {
        boolean concernsABooking = performance.invitation().stands()
                || before.filter(RoomInvitation::stands).isPresent();
        if (performance.outcomes().isEmpty() || !concernsABooking) {
            return List.of();
        }
        EventParties parties = before.map(RoomInvitation::parties).orElseGet(() -> EventParties.of(message));
        String actor = message.sender().address();
        String title = Text.line(message.main().words().summary(), LONGEST_TITLE);
        List<AnswerTexts.ChangeWord> changes = performance.outcomes().stream()
                .limit(MOST_DATES)
                .map(outcome -> change(outcome, performance.invitation()))
                .toList();
        int more = performance.outcomes().size() - changes.size();
        Room room = message.room();
        return parties.heardBy(actor, people.hasAccount(parties.organiser())).stream()
                .map(to -> new OrganiserNotice(
                        mail.id(), to, texts.changedSubject(title), texts.changed(room, actor, title, changes, more)))
                .toList();
    }

    private static AnswerTexts.ChangeWord change(StepOutcome outcome, RoomInvitation now) {
        CalendarEvent event = outcome.event();
        Optional<State> state = now.part(RoomInvitation.key(event)).map(InstanceState::state);
        if (state.filter(State.CANCELLED::equals).isPresent()) {
            // The time of a cancellation is only what somebody wrote; which date of a series is meant is not.
            return new AnswerTexts.ChangeWord(
                    "notice.freed", event.recurrenceId().map(EventMoment::instant), event);
        }
        String key = outcome.answer()
                .map(answer -> "notice." + answer.participation().name().toLowerCase(Locale.ROOT))
                .orElse(
                        state.filter(each -> each != State.DECLINED).isPresent()
                                ? "notice.reworded"
                                : "notice.declined");
        Optional<Instant> start = Optional.of(event.time())
                .filter(EventTime::isTold)
                .map(time -> time.start().instant())
                .or(() -> event.recurrenceId().map(EventMoment::instant));
        return new AnswerTexts.ChangeWord(key, start, event);
    }
}
