package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;

/** Asserts about how an attempt ended. */
public final class Outcomes {

    private Outcomes() {}

    /** The booking that was made or changed. */
    public static Booking done(BookingResult result) {
        assertThat(result).isInstanceOf(BookingResult.Done.class);
        return ((BookingResult.Done) result).booking();
    }

    public static boolean isDone(BookingResult result) {
        return result instanceof BookingResult.Done;
    }

    /** What stands in the way; at least one thing does. */
    public static List<Conflict> conflicts(BookingResult result) {
        assertThat(result).isInstanceOf(BookingResult.Occupied.class);
        List<Conflict> conflicts = ((BookingResult.Occupied) result).conflicts();
        assertThat(conflicts).isNotEmpty();
        return conflicts;
    }

    /** Asserts that it was refused for these reasons and no other. */
    public static void assertRefused(BookingResult result, ReasonCode... codes) {
        if (!(result instanceof BookingResult.Refused refused)) {
            throw new AssertionError("Not refused but " + result);
        }
        assertThat(refused.reasons()).extracting(Reason::code).containsOnly(codes);
    }
}
