package org.passerelle.calendar.write;

import java.time.Instant;
import java.time.ZoneId;
import org.passerelle.time.Interval;

/**
 * The events of one booking as bytes.
 *
 * @param sum of the bytes, by {@link ContentTag}
 * @param start of the first event
 * @param zone that its times are in
 * @param span of all its times
 * @param repeatsInUtc whether it repeats by the clock of UTC
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and never handed out
public record WrittenBooking(
        byte[] bytes, byte[] sum, Instant start, ZoneId zone, Interval span, boolean repeatsInUtc) {}
