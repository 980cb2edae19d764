package org.passerelle.booking.event;

import org.passerelle.booking.model.BookingId;

/** A booking was written some dates of which lack rooms that are to be won back. */
public record DatesMissed(BookingId id) {}
