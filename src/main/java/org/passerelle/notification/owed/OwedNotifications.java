package org.passerelle.notification.owed;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.model.BookingId;

/** Notifications that were not told yet. What was told is forgotten. */
public interface OwedNotifications {

    /** Adds those that are not there yet, to be told from {@code due} on. */
    void add(List<BookingNotification> notifications, Instant due);

    /** Those whose time has come by {@code now}, in the order of the changes, at most {@code most}. */
    List<OwedNotification> due(Instant now, int most);

    /** All that are owed to anybody about {@code bookings}, whenever they are to be told, in the order of the changes. */
    List<OwedNotification> about(Collection<BookingId> bookings);

    /**
     * Makes a notification this node's own for a time.
     *
     * @return false if another node is at it, or it is not owed any more
     */
    boolean claim(BookingNotification notification, Instant now, Duration length);

    /** Forgets them, told or not. */
    void remove(Collection<BookingNotification> notifications);

    /** Has them tried again. */
    void postpone(Collection<BookingNotification> notifications, int tries, Instant next);

    /** When the next is to be tried; empty if none is owed. */
    Optional<Instant> next();

    /** About how many there are. */
    long count();
}
