package org.passerelle.caldav.calendar;

import java.time.Instant;
import org.passerelle.time.Interval;

/**
 * A date of an object.
 *
 * @param original the start that the series gives, by which RECURRENCE-ID names it
 */
public record ObjectDate(Instant original, Interval time) {}
