package org.passerelle.webhook.model;

import java.time.Instant;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingPart;

/**
 * Something that happened to a booking, as a receiver is told of it.
 *
 * @param position of the change in the log; names the event, and rises in the order of writing
 * @param part what one must be told of the booking to be told of this
 * @param version of the booking's document once written
 */
public record BookingEvent(
        long position, BookingId booking, WebhookEvent type, BookingPart part, Instant at, long version) {}
