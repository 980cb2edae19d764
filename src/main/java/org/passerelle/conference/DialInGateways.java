package org.passerelle.conference;

import java.util.List;
import org.passerelle.booking.model.BookingId;

/** Knows what lets devices into conferences that browsers alone would reach. */
public interface DialInGateways {

    /** What is dialled for every date of {@code booking}, in the order in which it is best tried; the same whenever it is asked. */
    List<DialIn> into(String provider, BookingId booking);
}
