package org.passerelle.directory;

import java.util.List;

/** Calendars of public holidays and other closures that the sites of the directory refer to by name. */
public interface ClosureCalendars {

    /**
     * The closures that one calendar lists, in any order.
     *
     * @param name such as {@code public-holidays-fr}
     * @throws UnknownCalendar if there is no calendar of that name
     */
    List<Closure> closures(String name);

    /** Another value once calendars may list others than before. */
    default String stamp() {
        return "";
    }

    /** For a network that has none. */
    static ClosureCalendars none() {
        return name -> {
            throw new UnknownCalendar(name);
        };
    }

    /** Thrown when no calendar has the name that was asked for. */
    class UnknownCalendar extends RuntimeException {

        public UnknownCalendar(String name) {
            super("There is no calendar named " + name);
        }
    }
}
