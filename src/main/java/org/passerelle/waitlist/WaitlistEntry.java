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
        String id,
        PersonId person,
        BookingOrder order,
        Instant created,
        Optional<Instant> until,
        EntryStanding standing) {

    /**
     * Where it stands.
     *
     * @param offer present once rooms were offered
     * @param overtaken how often somebody who came later was offered rooms that this one wants too
     * @param changed since when the state is as it is
     * @param version rises with each write
     */
    public record EntryStanding(
            WaitlistState state, Optional<HoldOffer> offer, int overtaken, Instant changed, long version) {

        static EntryStanding fresh(Instant now) {
            return new EntryStanding(WaitlistState.WAITING, Optional.empty(), 0, now, 1);
        }
    }

    /** Rooms that are held, as {@code booking}, for whoever confirms before {@code until}. */
    public record HoldOffer(BookingId booking, Instant until) {}

    public WaitlistState state() {
        return standing.state();
    }

    public boolean isWaiting() {
        return state() == WaitlistState.WAITING;
    }

    public Optional<BookingId> booking() {
        return standing.offer().map(HoldOffer::booking);
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
        return with(new EntryStanding(state, standing.offer(), standing.overtaken(), now, standing.version()));
    }

    WaitlistEntry offered(HoldOffer offer, Instant now) {
        return with(new EntryStanding(
                WaitlistState.OFFERED, Optional.of(offer), standing.overtaken(), now, standing.version()));
    }

    WaitlistEntry overtaken() {
        return with(new EntryStanding(
                state(), standing.offer(), standing.overtaken() + 1, standing.changed(), standing.version()));
    }

    WaitlistEntry atVersion(long version) {
        return with(new EntryStanding(state(), standing.offer(), standing.overtaken(), standing.changed(), version));
    }

    private WaitlistEntry with(EntryStanding changed) {
        return new WaitlistEntry(id, person, order, created, until, changed);
    }
}
