package org.passerelle.invitation.agent;

import java.util.List;
import java.util.Optional;
import org.passerelle.calendar.RoomReply.Answer;
import org.passerelle.calendar.message.CalendarEvent;

/** What is to be done about a message, and how that came about. */
record Ruling(Course course, List<Step> steps, List<Ground> grounds) {

    enum Course {
        /** Nothing, and nobody is told. */
        IGNORE,
        /** The last answer is given again. */
        REPEAT,
        /** A manager looks at it. */
        KEEP,
        /** The steps are taken. */
        ACT
    }

    Ruling {
        steps = List.copyOf(steps);
        grounds = List.copyOf(grounds);
    }

    /** One thing to be done, in order. */
    sealed interface Step {

        CalendarEvent event();
    }

    /**
     * Declines without asking the calendar. What the event occupies is freed.
     *
     * @param together what else it stands for
     */
    record Refuse(CalendarEvent event, Answer answer, Optional<Together> together) implements Step {}

    /**
     * Several dates that are refused as one.
     *
     * @param key of the sentence that says why
     * @param count how many they are
     */
    record Together(String key, int count) {}

    /**
     * Books it, or moves what is booked.
     *
     * @param asks whether a manager has to agree before it counts
     * @param unasked whether to keep for a manager, instead of declining, what cannot be had
     */
    record Place(CalendarEvent event, boolean asks, boolean unasked) implements Step {}

    /** Takes over new words for the same times. */
    record Reword(CalendarEvent event, boolean answers) implements Step {}

    /** Gives up what it occupies. */
    record Free(CalendarEvent event) implements Step {}
}
