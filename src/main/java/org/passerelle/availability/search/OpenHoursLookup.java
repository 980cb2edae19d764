package org.passerelle.availability.search;

import java.time.Duration;
import java.time.Instant;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/** Looking at what is free and open, at one moment and with so much effort. For one thread. */
record OpenHoursLookup(FreeTimes free, Instant now, Effort effort) {

    /** What is nearer than this is at hand; hours of days further off are worked out. */
    private static final Duration READY = Duration.ofDays(700);

    /** What it takes to work hours out, in looks at a single stretch. */
    private static final int WORKING_OUT = 150;

    boolean isFree(int number, long firstSlot, long endSlot) {
        effort.spend(1);
        return free.isFree(number, firstSlot, endSlot);
    }

    /** The words of the slots that {@code time} touches, with those in which {@code room} is open throughout. */
    SlotWords open(Room room, Interval time) {
        effort.spend(time.end().isAfter(now.plus(READY)) ? WORKING_OUT : 1);
        SlotWords words = SlotWords.of(Slots.first(time), Slots.endExclusive(time));
        free.addOpen(room, words.firstSlot(), words.bits());
        return words;
    }

    boolean isOpenExactly(Room room, Interval time) {
        effort.spend(WORKING_OUT);
        return free.isOpen(room, time);
    }
}
