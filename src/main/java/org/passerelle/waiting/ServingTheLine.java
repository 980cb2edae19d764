package org.passerelle.waiting;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.booking.Afterwards;
import org.passerelle.booking.Booking;
import org.passerelle.booking.BookingChanged;
import org.passerelle.booking.BookingId;
import org.passerelle.booking.InTheWay;
import org.passerelle.booking.Lookout;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Serves those who wait, one at a time, the first first. Each is looked at when they come, and when a booking that was
 * in their way changes.
 */
@Component
class ServingTheLine {

    private static final int MOST_LOOKS = 5;

    private final WaitEntries entries;
    private final Line line;
    private final Offering offering;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final InTheWay<String> inTheWay = new InTheWay<>();
    private final Lookout<String> lookout;

    /** Those who let everybody before them look first. Confined to the thread that looks. */
    private final Set<String> atTheirTurn = new HashSet<>();

    ServingTheLine(
            WaitEntries entries,
            Line line,
            Offering offering,
            ApplicationEventPublisher events,
            Afterwards afterwards,
            Clock clock) {
        this.entries = entries;
        this.line = line;
        this.offering = offering;
        this.events = events;
        this.clock = clock;
        this.lookout = new Lookout<>(afterwards, this::look);
    }

    /** After bookings that stand have won back what they miss. */
    @EventListener
    @Order(1)
    void on(BookingChanged event) {
        if (line.isEmpty()) {
            return;
        }
        List<String> concerned = new ArrayList<>();
        line.offered(event.id()).ifPresent(concerned::add);
        concerned.addAll(line.inOrder(inTheWay.waitingFor(event.id())));
        lookout.add(concerned);
    }

    void lookAt(List<String> ids) {
        lookout.add(ids);
    }

    /** Takes somebody out of the line whose place is over. */
    void over(WaitEntry entry) {
        List<String> heldBack = heldBackBy(entry);
        inTheWay.forget(entry.id());
        line.remove(entry.id());
        lookout.add(heldBack);
    }

    private List<String> heldBackBy(WaitEntry entry) {
        return entry.standing().overtaken() >= Line.MOST_OVERTAKEN ? line.later(entry.id()) : List.of();
    }

    private void look(String id) {
        boolean isSettled = false;
        for (int looks = 0; looks < MOST_LOOKS && !isSettled; looks++) {
            Optional<WaitEntry> entry = entries.find(id);
            if (entry.isEmpty()) {
                atTheirTurn.remove(id);
                inTheWay.forget(id);
                line.remove(id);
                return;
            }
            line.update(entry.get());
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
    private boolean isServed(WaitEntry entry) {
        if (entry.isOver(clock.instant())) {
            return end(entry, WaitState.EXPIRED);
        }
        if (line.isHeldBack(entry.id())) {
            return true;
        }
        List<WaitEntry> earlier = line.earlier(entry.id());
        if (!earlier.isEmpty() && !atTheirTurn.remove(entry.id())) {
            return givesWay(entry, earlier);
        }
        Offering.Attempt attempt = offering.attempt(entry);
        if (attempt instanceof Offering.Attempt.Made made) {
            return offer(entry, made.hold());
        }
        if (attempt instanceof Offering.Attempt.Blocked blocked) {
            line.refused(entry, false);
            boolean isNew = inTheWay.put(entry.id(), blocked.by());
            // What went away before it was noted to be in the way is not heard of; so what is noted is looked at again.
            return !isNew && !blocked.by().isEmpty();
        }
        if (((Offering.Attempt.Refused) attempt).forGood()) {
            return end(entry, WaitState.EXPIRED);
        }
        line.refused(entry, true);
        lookout.add(heldBackBy(entry));
        return true;
    }

    /**
     * Rooms that have come free are known to be free before those who wait are told, so whoever looks just then must not
     * have them before those who came earlier.
     */
    private boolean givesWay(WaitEntry entry, List<WaitEntry> earlier) {
        Set<BookingId> by = offering.inTheWayOf(entry);
        if (!by.isEmpty()) {
            line.refused(entry, false);
            return !inTheWay.put(entry.id(), by);
        }
        atTheirTurn.add(entry.id());
        lookout.add(earlier.stream().map(WaitEntry::id).toList());
        lookout.add(List.of(entry.id()));
        return true;
    }

    private boolean offer(WaitEntry entry, Booking hold) {
        Instant now = clock.instant();
        Instant until = hold.status().heldUntil().orElse(now);
        Optional<WaitEntry> offered = entries.replace(entry.offered(new WaitEntry.Offer(hold.id(), until), now));
        if (offered.isEmpty()) {
            return false;
        }
        line.earlier(entry.id())
                .forEach(other -> entries.replace(other.overtaken()).ifPresent(line::update));
        line.update(offered.get());
        inTheWay.forget(entry.id());
        lookout.add(heldBackBy(offered.get()));
        if (!isKept(offered.get())) {
            return false;
        }
        events.publishEvent(new RoomOffered(entry.id(), entry.person(), hold.id(), until));
        return true;
    }

    /** Whether an offer still stands; otherwise notes what became of it. */
    private boolean isKept(WaitEntry entry) {
        WaitState state = entry.standing().offer().map(offering::standing).orElse(WaitState.EXPIRED);
        return state == WaitState.OFFERED || end(entry, state);
    }

    /** Whether that could be written down. */
    private boolean end(WaitEntry entry, WaitState state) {
        Optional<WaitEntry> ended = entries.replace(entry.in(state, clock.instant()));
        ended.ifPresent(this::over);
        return ended.isPresent();
    }
}
