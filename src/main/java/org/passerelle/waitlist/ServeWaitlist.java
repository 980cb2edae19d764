package org.passerelle.waitlist;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.booking.busy.BlockerIndex;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.platform.work.CoalescingQueue;
import org.passerelle.platform.work.SerialWorker;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Serves those who wait, one at a time, the first first. Each is looked at when they come, and when a booking that was
 * in their way changes.
 */
@Component
class ServeWaitlist {

    private static final int MOST_LOOKS = 5;

    private final WaitlistEntries entries;
    private final WaitlistQueue queue;
    private final OfferHold offering;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final BlockerIndex<String> inTheWay = new BlockerIndex<>();
    private final CoalescingQueue<String> pending;

    /** Those who let everybody before them look first. Confined to the thread that looks. */
    private final Set<String> atTheirTurn = new HashSet<>();

    ServeWaitlist(
            WaitlistEntries entries,
            WaitlistQueue queue,
            OfferHold offering,
            ApplicationEventPublisher events,
            SerialWorker worker,
            Clock clock) {
        this.entries = entries;
        this.queue = queue;
        this.offering = offering;
        this.events = events;
        this.clock = clock;
        this.pending = new CoalescingQueue<>(worker, this::look);
    }

    /** After bookings that stand have won back what they miss. */
    @EventListener
    @Order(1)
    void on(BookingChanged event) {
        if (queue.isEmpty()) {
            return;
        }
        List<String> concerned = new ArrayList<>();
        queue.offered(event.id()).ifPresent(concerned::add);
        concerned.addAll(queue.inOrder(inTheWay.waitingFor(event.id())));
        pending.add(concerned);
    }

    void lookAt(List<String> ids) {
        pending.add(ids);
    }

    /** Takes somebody out of the queue whose place is over. */
    void over(WaitlistEntry entry) {
        List<String> heldBack = heldBackBy(entry);
        inTheWay.forget(entry.id());
        queue.remove(entry.id());
        pending.add(heldBack);
    }

    private List<String> heldBackBy(WaitlistEntry entry) {
        return entry.standing().overtaken() >= WaitlistQueue.MOST_OVERTAKEN ? queue.later(entry.id()) : List.of();
    }

    private void look(String id) {
        boolean isSettled = false;
        for (int looks = 0; looks < MOST_LOOKS && !isSettled; looks++) {
            Optional<WaitlistEntry> entry = entries.find(id);
            if (entry.isEmpty()) {
                atTheirTurn.remove(id);
                inTheWay.forget(id);
                queue.remove(id);
                return;
            }
            queue.update(entry.get());
            isSettled = switch (entry.get().state()) {
                case WAITING -> isServed(entry.get());
                case OFFERED -> isKept(entry.get());
                case TAKEN, LEFT, EXPIRED -> {
                    // Whoever left while the rooms were being held for them does not keep them.
                    offering.giveBack(entry.get());
                    over(entry.get());
                    yield true;
                }
            };
        }
    }

    /** Whether there is nothing more to do for one who waits. */
    private boolean isServed(WaitlistEntry entry) {
        if (entry.isOver(clock.instant())) {
            return end(entry, WaitlistState.EXPIRED);
        }
        if (queue.isHeldBack(entry.id())) {
            return true;
        }
        List<WaitlistEntry> earlier = queue.earlier(entry.id());
        if (!earlier.isEmpty() && !atTheirTurn.remove(entry.id())) {
            return givesWay(entry, earlier);
        }
        OfferHold.Attempt attempt = offering.attempt(entry);
        if (attempt instanceof OfferHold.Attempt.Made made) {
            return offer(entry, made.hold());
        }
        if (attempt instanceof OfferHold.Attempt.Blocked blocked) {
            queue.refused(entry, false);
            boolean isNew = inTheWay.put(entry.id(), blocked.by());
            // What went away before it was noted to be in the way is not heard of; so what is noted is looked at again.
            return !isNew && !blocked.by().isEmpty();
        }
        if (((OfferHold.Attempt.Refused) attempt).forGood()) {
            return end(entry, WaitlistState.EXPIRED);
        }
        queue.refused(entry, true);
        pending.add(heldBackBy(entry));
        return true;
    }

    /**
     * Rooms that have come free are known to be free before those who wait are told, so whoever looks just then must not
     * have them before those who came earlier.
     */
    private boolean givesWay(WaitlistEntry entry, List<WaitlistEntry> earlier) {
        Set<BookingId> by = offering.inTheWayOf(entry);
        if (!by.isEmpty()) {
            queue.refused(entry, false);
            return !inTheWay.put(entry.id(), by);
        }
        atTheirTurn.add(entry.id());
        pending.add(earlier.stream().map(WaitlistEntry::id).toList());
        pending.add(List.of(entry.id()));
        return true;
    }

    private boolean offer(WaitlistEntry entry, Booking hold) {
        Instant now = clock.instant();
        Instant until = hold.status().heldUntil().orElse(now);
        Optional<WaitlistEntry> offered =
                entries.replace(entry.offered(new WaitlistEntry.HoldOffer(hold.id(), until), now));
        if (offered.isEmpty()) {
            return false;
        }
        queue.earlier(entry.id())
                .forEach(other -> entries.replace(other.overtaken()).ifPresent(queue::update));
        queue.update(offered.get());
        inTheWay.forget(entry.id());
        pending.add(heldBackBy(offered.get()));
        if (!isKept(offered.get())) {
            return false;
        }
        events.publishEvent(new RoomOffered(entry.id(), entry.person(), hold.id(), until));
        return true;
    }

    /** Whether an offer still stands; otherwise notes what became of it. */
    private boolean isKept(WaitlistEntry entry) {
        WaitlistState state = entry.standing().offer().map(offering::standing).orElse(WaitlistState.EXPIRED);
        return state == WaitlistState.OFFERED || end(entry, state);
    }

    /** Whether that could be written down. */
    private boolean end(WaitlistEntry entry, WaitlistState state) {
        Optional<WaitlistEntry> ended = entries.replace(entry.in(state, clock.instant()));
        ended.ifPresent(this::over);
        return ended.isPresent();
    }
}
