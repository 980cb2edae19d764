package org.passerelle.roomagent;

import java.util.List;
import java.util.Optional;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.write.RoomReply.Answer;
import org.passerelle.roomagent.message.Explanation;

/**
 * What is to be done about a message, and how that came about.
 *
 * @param notes words for the sender about what gets no other answer
 */
record ItipDecision(Course course, List<Step> steps, List<DecisionReason> grounds, List<Explanation> notes) {

    enum Course {
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
    sealed interface Step {

        CalendarEvent event();
    }

    /**
     * Declines without asking the calendar. What the event occupies is freed.
     *
     * @param why in words of its own; empty where the answer says enough
     */
    record Refuse(CalendarEvent event, Answer answer, Optional<Explanation> why) implements Step {}

    /**
     * Books it, or moves what is booked.
     *
     * @param asks whether a manager has to agree before it counts
     * @param unasked whether to keep for a manager, instead of declining, what cannot be had
     */
    record Place(CalendarEvent event, boolean asks, boolean unasked) implements Step {

        /** The same for another event. */
        Place about(CalendarEvent other) {
            return new Place(other, asks, unasked);
        }
    }

    /** Takes over new words for the same times. */
    record Reword(CalendarEvent event, boolean answers) implements Step {}

    /** Gives up what it occupies. */
    record Free(CalendarEvent event) implements Step {}
}
