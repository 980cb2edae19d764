package org.passerelle.calendar.message;

import java.util.List;
import java.util.Optional;

/**
 * A calendar that came from outside: a scheduling message, or a published calendar.
 *
 * @param method as its METHOD says; empty if it has none, as in files
 * @param product the program that wrote it, or an empty text
 * @param events those that could be understood, in the order in which they stand there
 * @param broken what could not be understood, each event on its own
 */
public record SchedulingMessage(
        Optional<MessageMethod> method, String product, List<CalendarEvent> events, List<BrokenEvent> broken) {

    public SchedulingMessage {
        events = List.copyOf(events);
        broken = List.copyOf(broken);
    }

    /** The whole is not to be read, because of {@code reason}. */
    static SchedulingMessage unreadable(String reason) {
        return new SchedulingMessage(Optional.empty(), "", List.of(), List.of(new BrokenEvent("", 1, reason)));
    }

    /**
     * An event that could not be understood and was set aside.
     *
     * @param uid empty if it has none
     * @param line where it begins in the text, counted from 1
     * @param reason what is wrong, in English, for an administrator; one line
     * @param answerable as much of it as an answer needs, without times; empty where it cannot even be told what it is about
     */
    public record BrokenEvent(String uid, int line, String reason, Optional<CalendarEvent> answerable) {

        public BrokenEvent(String uid, int line, String reason) {
            this(uid, line, reason, Optional.empty());
        }
    }
}
