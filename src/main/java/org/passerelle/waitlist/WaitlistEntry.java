package org.passerelle.waitlist;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingOrder;

/**
 * Somebody's place in the queue.
 *
 * @param id 32 hexadecimal digits
 * @param until how long they will wait, if they said; at the latest until the first date begins
 */
public record WaitlistEntry(
        String id, PersonId person, BookingOrder order, Instant created, Optional<Instant> until, Standing standing) {

    /**
     * Where it stands.
     *
     * @param offer present once rooms were offered
     * @param overtaken how often somebody who came later was offered rooms that this one wants too
     * @param changed since when the state is as it is
     * @param version rises with each write
     */
    public record Standing(WaitlistState state, Optional<Offer> offer, int overtaken, Instant changed, long version) {

        static Standing fresh(Instant now) {
            return new Standing(WaitlistState.WAITING, Optional.empty(), 0, now, 1);
        }
    }

    /** Rooms that are held, as {@code booking}, for whoever confirms before {@code until}. */
    public record Offer(BookingId booking, Instant until) {}

    public WaitlistState state() {
        return standing.state();
    }

    public boolean isWaiting() {
        return state() == WaitlistState.WAITING;
    }

    public Optional<BookingId> booking() {
        return standing.offer().map(Offer::booking);
    }

    /** Whether nothing can come of it any more at {@code now}, written down or not. */
    boolean isOver(Instant now) {
        return switch (state()) {
            case WAITING -> until.filter(last -> !last.isAfter(now)).isPresent();
            case OFFERED ->
                standing.offer().filter(offer -> !offer.until().isAfter(now)).isPresent();
            case TAKEN, LEFT, EXPIRED -> true;
        };
    }

    WaitlistEntry in(WaitlistState state, Instant now) {
        return with(new Standing(state, standing.offer(), standing.overtaken(), now, standing.version()));
    }

    WaitlistEntry offered(Offer offer, Instant now) {
        return with(
                new Standing(WaitlistState.OFFERED, Optional.of(offer), standing.overtaken(), now, standing.version()));
    }

    WaitlistEntry overtaken() {
        return with(new Standing(
                state(), standing.offer(), standing.overtaken() + 1, standing.changed(), standing.version()));
    }

    WaitlistEntry atVersion(long version) {
        return with(new Standing(state(), standing.offer(), standing.overtaken(), standing.changed(), version));
    }

    private WaitlistEntry with(Standing changed) {
        return new WaitlistEntry(id, person, order, created, until, changed);
    }
}
