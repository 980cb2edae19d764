package org.passerelle.calendar.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.fault.CalendarFault;
import org.passerelle.calendar.fault.CalendarFaultTexts;

/**
 * A calendar that came from outside: a scheduling message, or a published calendar.
 *
 * @param method as its METHOD says; empty if it has none, as in files
 * @param product the program that wrote it, or an empty text
 * @param events those that could be understood, in the order in which they stand there
 * @param broken what could not be understood, each event on its own
 */
public record SchedulingMessage(
        Optional<ItipMethod> method, String product, List<CalendarEvent> events, List<BrokenEvent> broken) {

    public SchedulingMessage {
        events = List.copyOf(events);
        broken = List.copyOf(broken);
    }

    /** The whole is not to be read, because of {@code fault}. */
    public static SchedulingMessage unreadable(CalendarFault fault) {
        return new SchedulingMessage(Optional.empty(), "", List.of(), List.of(new BrokenEvent("", 1, fault)));
    }

    /**
     * An event that could not be understood and was set aside.
     *
     * @param uid empty if it has none
     * @param line where it begins in the text, counted from 1
     * @param fault what is wrong
     * @param answerable as much of it as an answer needs, without times; empty where it cannot even be told what it is about
     */
    public record BrokenEvent(String uid, int line, CalendarFault fault, Optional<CalendarEvent> answerable) {

        public BrokenEvent(String uid, int line, CalendarFault fault) {
            this(uid, line, fault, Optional.empty());
        }

        /** What is wrong, in English: one line. */
        public String reason() {
            return CalendarFaultTexts.of(fault, Locale.ENGLISH);
        }
    }
}
