package org.passerelle.booking.changelog;

import java.util.List;
import org.passerelle.booking.model.Booking;

/**
 * All changes of all bookings, each at a position. Positions rise in the order of writing; a booking's changes come in the
 * order of its versions. They are no numbers in a row: whoever reads on keeps the last position they were given.
 */
public interface ChangeLog {

    /** Before the first change. */
    long START = 0;

    /** One change, and where it stands. */
    record Entry(long position, LoggedChange change) {}

    /** Of the last change that is there; {@link #START} if there is none. */
    long last();

    /** What comes after {@code position}, in order, at most {@code most}. */
    List<Entry> after(long position, int most);

    /** What comes before {@code position}, the newest first, at most {@code most}; it looks no further than {@code most} changes back. */
    List<Entry> before(long position, int most);

    /** All that happened to one booking since the log began, in order. */
    List<Entry> of(Booking booking);

    /** Has {@code listener} told after changes were appended by this node, on the thread that appended; it reads what is new itself. */
    void whenAppended(Runnable listener);

    /** Appends what was written and is not in the log, if there may be such: comes round now and then. */
    void appendMissed();
}
