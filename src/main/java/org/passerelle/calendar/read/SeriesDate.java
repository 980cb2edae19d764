package org.passerelle.calendar.read;

import java.time.Instant;

/**
 * One date of an event.
 *
 * @param original the start that the series gives, by which a RECURRENCE-ID names it
 * @param event which of the events of the same UID says what it is
 */
public record SeriesDate(Instant original, CalendarEvent event, EventTime time) {}
