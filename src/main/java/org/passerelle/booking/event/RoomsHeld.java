package org.passerelle.booking.event;

import java.time.Instant;
import org.passerelle.booking.model.BookingId;

/** Rooms were held for somebody, until {@code until} unless confirmed before. */
public record RoomsHeld(BookingId id, Instant until) {}
