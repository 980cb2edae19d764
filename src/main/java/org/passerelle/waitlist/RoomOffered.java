package org.passerelle.waitlist;

import java.time.Instant;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.BookingId;

/**
 * Rooms that somebody waited for are held for them. May be told twice after a crash.
 *
 * @param entry id of their place in the queue
 * @param until when the offer lapses
 */
public record RoomOffered(String entry, PersonId person, BookingId booking, Instant until) {}
