package org.passerelle.roomagent;

import java.util.List;
import java.util.Optional;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.write.RoomReply.RoomAnswer;
import org.passerelle.roomagent.message.Explanation;

/**
 * What is to be done about a message, and how that came about.
 *
 * @param notes words for the sender about what gets no other answer
 */
record ItipDecision(
        Disposition course, List<DecisionStep> steps, List<DecisionReason> grounds, List<Explanation> notes) {

    enum Disposition {
        /** Nothing, and nobody is told. */
        IGNORE,
        /** The last answer is given again. */
        REPEAT,
        /** A manager looks at it. */
        KEEP,
        /** The steps, each a refusal, are answered; what is known stays as it is. */
        REFUSE,
        /** The steps are taken. */
        ACT
    }

    ItipDecision {
        steps = List.copyOf(steps);
        grounds = List.copyOf(grounds);
        notes = List.copyOf(notes);
    }

    /** One thing to be done, in order. */
    sealed interface DecisionStep {

        CalendarEvent event();
    }

    /**
     * Declines without asking the calendar. What the event occupies is freed.
     *
     * @param why in words of its own; empty where the answer says enough
     */
    record Refuse(CalendarEvent event, RoomAnswer answer, Optional<Explanation> why) implements DecisionStep {}

    /**
     * Books it, or moves what is booked.
     *
     * @param asks whether a manager has to agree before it counts
     * @param unasked whether to keep for a manager, instead of declining, what cannot be had
     */
    record PlaceStep(CalendarEvent event, boolean asks, boolean unasked) implements DecisionStep {

        /** The same for another event. */
        PlaceStep about(CalendarEvent other) {
            return new PlaceStep(other, asks, unasked);
        }
    }

    /** Takes over new words for the same times. */
    record Reword(CalendarEvent event, boolean answers) implements DecisionStep {}

    /** Gives up what it occupies. */
    record Free(CalendarEvent event) implements DecisionStep {}
}
