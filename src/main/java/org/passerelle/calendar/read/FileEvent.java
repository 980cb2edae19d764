package org.passerelle.calendar.read;

import java.util.Optional;
import org.passerelle.calendar.fault.CalendarFault;

/**
 * An event of a file, or what is wrong with it.
 *
 * @param line where it begins, counted from 1
 * @param writtenStart its DTSTART as it stands there; empty if it has none
 * @param event unless there is a {@code fault}
 */
public record FileEvent(int line, String writtenStart, Optional<CalendarEvent> event, Optional<CalendarFault> fault) {}
