package org.passerelle.calendar.zone;

import java.time.Instant;
import java.time.ZoneOffset;

/** A moment at which clocks begin to show another time: an onset of RFC 5545 section 3.6.5. */
public record ClockChange(Instant at, ZoneOffset before, ZoneOffset after) {}
