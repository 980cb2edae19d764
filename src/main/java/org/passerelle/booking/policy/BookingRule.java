package org.passerelle.booking.policy;

import java.util.stream.Stream;
import org.passerelle.booking.Reason;

/** One rule of booking. */
interface BookingRule {

    /** Why {@code proposal} breaks this rule; nothing when it keeps it. */
    Stream<Reason> objections(Proposal proposal);
}
