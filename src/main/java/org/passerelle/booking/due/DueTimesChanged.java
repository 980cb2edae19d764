package org.passerelle.booking.due;

import org.passerelle.account.PersonId;

/** Somebody chose when things are to happen to the bookings that they made; these are otherwise as they were. */
public record DueTimesChanged(PersonId organiser) {}
