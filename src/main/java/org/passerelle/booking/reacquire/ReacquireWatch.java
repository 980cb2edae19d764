package org.passerelle.booking.reacquire;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.busy.BlockerIndex;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.booking.event.DatesMissed;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.MissedDate;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.DirectoryChanged;
import org.passerelle.platform.work.CoalescingQueue;
import org.passerelle.platform.work.SerialWorker;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Watches over the dates that lack rooms. For each booking that has such dates it knows which bookings are in their way,
 * and looks again when one of these changes; a write that is in nobody's way costs nothing. What it knows is found out
 * again at each start, and now and then.
 */
@Component
public class ReacquireWatch {

    /** Looks in a row at one booking, as long as each finds something new. */
    private static final int MOST_LOOKS = 5;

    private final Bookings bookings;
    private final Reacquire winningBack;
    private final Directories directories;
    private final Clock clock;
    private final BlockerIndex<BookingId> inTheWay = new BlockerIndex<>();
    private final CoalescingQueue<BookingId> pending;

    ReacquireWatch(
            Bookings bookings, Reacquire winningBack, Directories directories, SerialWorker worker, Clock clock) {
        this.bookings = bookings;
        this.winningBack = winningBack;
        this.directories = directories;
        this.clock = clock;
        this.pending = new CoalescingQueue<>(worker, this::look);
    }

    /** Before others hear of it who may want the same room: dates of bookings that stand go first. */
    @EventListener
    @Order(0)
    void on(BookingChanged event) {
        pending.add(inTheWay.waitingFor(event.id()));
    }

    @EventListener
    void on(DatesMissed event) {
        pending.add(List.of(event.id()));
    }

    @EventListener({ApplicationReadyEvent.class, DirectoryChanged.class})
    public void lookAtAll() {
        pending.add(List.copyOf(bookings.missingRooms()));
    }

    private void look(BookingId id) {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            Optional<Booking> booking = bookings.find(id);
            List<MissedDate> missed =
                    booking.map(each -> each.missed(clock.instant())).orElse(List.of());
            if (missed.isEmpty()) {
                inTheWay.forget(id);
                return;
            }
            Directory directory = directories.current();
            Obstacles obstacles = Obstacles.of(booking.orElseThrow(), missed, bookings, directory, clock.instant());
            Reacquire.ReacquireAttempt attempt =
                    winningBack.winBack(booking.orElseThrow(), obstacles.free(), directory);
            // What went away before it was noted to be in the way is not heard of; so what is noted is looked at again.
            boolean isNew = inTheWay.put(id, obstacles.bookings());
            if (!isNew && attempt == Reacquire.ReacquireAttempt.IN_VAIN) {
                return;
            }
        }
    }
}
