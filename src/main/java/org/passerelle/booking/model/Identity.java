package org.passerelle.booking.model;

/**
 * What never changes about a booking.
 *
 * @param requestDigest fingerprint of the request that made it; tells a retry from a different request under one key
 */
public record Identity(BookingId id, CalendarUid uid, String requestDigest) {}
