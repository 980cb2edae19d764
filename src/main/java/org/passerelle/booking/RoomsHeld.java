package org.passerelle.booking;

import java.time.Instant;

/** Rooms were held for somebody, until {@code until} unless confirmed before. */
public record RoomsHeld(BookingId id, Instant until) {}
