package org.passerelle.closure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.store.Bookings;
import org.passerelle.booking.store.RoomBlocks;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.closure.mongo.ClosureDocuments;
import org.springframework.stereotype.Component;

/**
 * Holds, while a closure comes into force, whatever is free in it. The rule keeps out what is decided from now on; what was
 * decided before and is written now either was written first, and is among what the closure hits, or collides with this.
 */
@Component
class ClosureBlock {

    private static final int MOST_TRIES = 50;

    private final RoomBlocks blocks;
    private final ReadingBookings reading;
    private final ClosureDocuments documents;

    ClosureBlock(RoomBlocks blocks, ReadingBookings reading, ClosureDocuments documents) {
        this.blocks = blocks;
        this.reading = reading;
        this.documents = documents;
    }

    /** Doing it again after a crash adds what is missing. */
    void hold(SiteClosure closure, ShutRooms shut) {
        List<List<Long>> pieces = shut.claims(closure.at());
        Set<Long> held = held(closure, shut);
        for (int piece = 0; piece < Math.min(pieces.size(), closure.pieces()); piece++) {
            BookingId id = closure.block(piece);
            boolean isHeld = hold(id, pieces.get(piece), held);
            for (int tries = 1; tries < MOST_TRIES && !isHeld; tries++) {
                // Somebody booked or went meanwhile.
                held = held(closure, shut);
                isHeld = hold(id, pieces.get(piece), held);
            }
            if (!isHeld) {
                throw new IllegalStateException("What is free in closure " + closure.id() + " changes all the time");
            }
        }
    }

    private boolean hold(BookingId id, List<Long> wanted, Set<Long> held) {
        List<Long> free = wanted.stream().filter(claim -> !held.contains(claim)).toList();
        return free.isEmpty() || blocks.block(id, free) != Bookings.Write.COLLIDES;
    }

    /** What bookings hold, and other closures that have come into force lately. */
    private Set<Long> held(SiteClosure closure, ShutRooms shut) {
        Set<Long> held = new HashSet<>();
        shut.time().ifPresent(time -> held.addAll(ShutRooms.held(reading.holding(shut.rooms(), time))));
        for (SiteClosure other : documents.blocking()) {
            if (!other.id().equals(closure.id())
                    && other.plan().site().equals(closure.plan().site())) {
                held.addAll(blocks.blocked(other.blocks()));
            }
        }
        return held;
    }

    void release(SiteClosure closure) {
        closure.blocks().forEach(blocks::unblock);
        documents.noteUnblocked(closure.id());
    }
}
