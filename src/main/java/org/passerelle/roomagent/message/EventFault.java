package org.passerelle.roomagent.message;

import org.passerelle.calendar.read.CalendarEvent;

/**
 * An event that can be answered and not be followed.
 *
 * @param event as much of it as could be read; without times where those are what is wrong
 */
public record EventFault(CalendarEvent event, Explanation why) {}
