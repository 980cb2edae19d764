package org.passerelle.booking;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.platform.text.Text;

/**
 * Where a booking stands.
 *
 * @param version rises with every write of its document; what an edit must name (HTTP {@code If-Match})
 * @param sequence rises when time or rooms change (RFC 5545 section 3.8.7.4)
 * @param heldUntil when a hold lapses; present while {@link BookingState#HELD}
 * @param changed when anything of it was edited last
 * @param shifted when what everybody may see of it changed last: its times, rooms or state
 * @param remark what a manager said on declining; empty otherwise
 */
public record Status(
        BookingState state,
        long version,
        int sequence,
        Optional<Instant> heldUntil,
        Instant created,
        Instant changed,
        Instant shifted,
        String remark) {

    public Status {
        Text.requireLines("message", remark, 2_000);
    }

    public static Status fresh(BookingState state, Optional<Instant> heldUntil, Instant now) {
        return new Status(state, 1, 0, heldUntil, now, now, now, "");
    }

    /** The standing of a series that continues one of standing {@code before} under a new name from {@code now} on. */
    public static Status continuing(Status before, Instant now) {
        return new Status(before.state, before.version, 0, before.heldUntil, now, now, now, "");
    }

    public boolean hasLapsed(Instant now) {
        return state == BookingState.HELD
                && heldUntil.isPresent()
                && !heldUntil.get().isAfter(now);
    }

    /** The same standing in another state, as of {@code now}. */
    public Status becoming(BookingState next, Instant now) {
        return new Status(next, version, sequence, Optional.empty(), created, now, now, remark);
    }

    /** A change of text, seen at {@code now}. */
    public Status edited(Instant now) {
        return new Status(state, version, sequence, heldUntil, created, now, shifted, remark);
    }

    /** A change of time or rooms, seen at {@code now}. */
    public Status rescheduled(Instant now) {
        return new Status(state, version, sequence + 1, heldUntil, created, now, now, remark);
    }

    public Status atVersion(long stored) {
        return new Status(state, stored, sequence, heldUntil, created, changed, shifted, remark);
    }

    public Status remarking(String said) {
        return new Status(state, version, sequence, heldUntil, created, changed, shifted, said);
    }
}
