package org.passerelle.booking.absence;

import org.passerelle.account.Person;

/** What is to become of the dates of somebody who is away. */
public sealed interface AbsenceWish {

    /** They are called off. */
    record CallOff() implements AbsenceWish {}

    /** A colleague gets them: whole bookings, and of series the dates concerned as bookings of their own. */
    record HandOverTo(Person colleague) implements AbsenceWish {}
}
