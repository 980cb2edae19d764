package org.passerelle.booking.task;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.passerelle.booking.model.BookingId;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/**
 * One thing that a site has to do for one date of a booking.
 *
 * @param at when it begins: of furnishing a room when the room is free for it, of a service when people meet
 * @param what the word of the layout, or the id of the service
 * @param quantity how many of a service; 1 of everything else
 * @param note what was said with a service; may be empty
 * @param certain whether the booking is agreed; else it still waits for a decision
 */
public record SiteTask(
        TaskKind kind,
        Instant at,
        RoomId room,
        String what,
        int quantity,
        String note,
        BookingId booking,
        Instant recurrenceId,
        Interval meeting,
        Optional<Integer> people,
        boolean certain) {

    /** In the order of time, and within that always the same. */
    public static final Comparator<SiteTask> BY_TIME = Comparator.comparing(SiteTask::at)
            .thenComparing(SiteTask::room)
            .thenComparing(SiteTask::kind)
            .thenComparing(SiteTask::what)
            .thenComparing(task -> task.booking().value());

    /** What it is about. */
    public enum TaskKind {
        SET_UP,
        SERVICE,
        CLEAN_UP
    }
}
