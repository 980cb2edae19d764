package org.passerelle.waiting;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.account.PersonId;
import org.passerelle.booking.BookingId;
import org.passerelle.booking.BookingOrder;

/**
 * Somebody's place in the line.
 *
 * @param id 32 hexadecimal digits
 * @param until how long they will wait, if they said; at the latest until the first date begins
 */
public record WaitEntry(
        String id, PersonId person, BookingOrder order, Instant created, Optional<Instant> until, Standing standing) {

    /**
     * Where it stands.
     *
     * @param offer present once rooms were offered
     * @param overtaken how often somebody who came later was offered rooms that this one wants too
     * @param changed since when the state is as it is
     * @param version rises with each write
     */
    public record Standing(WaitState state, Optional<Offer> offer, int overtaken, Instant changed, long version) {

        static Standing fresh(Instant now) {
            return new Standing(WaitState.WAITING, Optional.empty(), 0, now, 1);
        }
    }

    /** Rooms that are held, as {@code booking}, for whoever confirms before {@code until}. */
    public record Offer(BookingId booking, Instant until) {}

    public WaitState state() {
        return standing.state();
    }

    public boolean isWaiting() {
        return state() == WaitState.WAITING;
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

    WaitEntry in(WaitState state, Instant now) {
        return with(new Standing(state, standing.offer(), standing.overtaken(), now, standing.version()));
    }

    WaitEntry offered(Offer offer, Instant now) {
        return with(new Standing(WaitState.OFFERED, Optional.of(offer), standing.overtaken(), now, standing.version()));
    }

    WaitEntry overtaken() {
        return with(new Standing(
                state(), standing.offer(), standing.overtaken() + 1, standing.changed(), standing.version()));
    }

    WaitEntry atVersion(long version) {
        return with(new Standing(state(), standing.offer(), standing.overtaken(), standing.changed(), version));
    }

    private WaitEntry with(Standing changed) {
        return new WaitEntry(id, person, order, created, until, changed);
    }
}
