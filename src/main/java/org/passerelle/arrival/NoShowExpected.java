package org.passerelle.arrival;

import java.time.Instant;
import org.passerelle.booking.model.BookingId;

/**
 * Nobody has checked in to a date yet, and its rooms are about to be given back. May be told twice after a crash.
 *
 * @param at when they are, unless somebody comes
 */
public record NoShowExpected(BookingId booking, Instant recurrenceId, Instant at) {}
