package org.passerelle.availability.query;

import org.passerelle.directory.Room;
import org.passerelle.time.Interval;

/**
 * When rooms are taken and when they are open, on the grid of {@link org.passerelle.time.Slots}. Reading never blocks and
 * never meets a half-done change of one number; two numbers may be of two moments.
 *
 * <p>Words are bitmaps: bit {@code i % 64} of {@code words[i / 64]} stands for the slot {@code firstSlot + i}, and {@code
 * firstSlot} is a multiple of 64, so that each word is one of the index's own.
 */
public interface FreeTimes {

    /** Whether a booking holds none of the slots {@code [firstSlot, endSlot)} of {@code number}. Right at any time. */
    boolean isFree(int number, long firstSlot, long endSlot);

    /** Sets the bits of the slots of {@code number} that a booking holds; other bits stay as they are. */
    void addTaken(int number, long firstSlot, long[] words);

    /** Whether {@code room} is open, on the clock of its site, at every moment of {@code time}, on no closed day. Exact. */
    boolean isOpen(Room room, Interval time);

    /** Sets the bits of the slots that are open from their first to their last moment; other bits stay as they are. */
    void addOpen(Room room, long firstSlot, long[] words);
}
