package org.passerelle.booking.hold;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.HoldingRooms;
import org.passerelle.booking.due.DueTime;
import org.passerelle.booking.due.TimedAction;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.springframework.stereotype.Component;

/**
 * Frees the rooms of a hold that nobody confirmed in time. Nothing depends on it: whoever wants the rooms of a lapsed hold
 * releases it on the spot. But without it nobody who waits for them would hear of it. It is never too late for that.
 */
@Component
class ExpireHold implements TimedAction {

    private final HoldingRooms holding;

    ExpireHold(HoldingRooms holding) {
        this.holding = holding;
    }

    @Override
    public String kind() {
        return "hold-expiry";
    }

    @Override
    public List<DueTime> times(Booking booking, Instant now) {
        return booking.state() != BookingState.HELD
                ? List.of()
                : booking.status().heldUntil().stream()
                        .map(until -> new DueTime(booking.id(), Optional.empty(), until, Instant.MAX))
                        .toList();
    }

    @Override
    public boolean perform(Booking booking, DueTime due) {
        return holding.release(booking.id());
    }
}
