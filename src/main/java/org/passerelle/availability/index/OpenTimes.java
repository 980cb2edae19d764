package org.passerelle.availability.index;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * When rooms are open, as bitmaps that rooms of the same hours, zone and closed days share. They are made when first asked
 * for, and anew once another directory is in force or the window has moved on.
 */
final class OpenTimes {

    private final Directories directories;
    private volatile Masks masks;

    OpenTimes(Directories directories, Window window) {
        this.directories = directories;
        this.masks = new Masks(directories.current(), window);
    }

    /** The open slots of one rule over the window. */
    private record Mask(Room room, OpenRule rule, long[] bits) {}

    /** What one directory says of one window. */
    private record Masks(Directory directory, Window window, Map<OpenRule, long[]> byRule, Map<RoomId, Mask> byRoom) {

        Masks(Directory directory, Window window) {
            this(directory, window, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }

        /** @param room may be of an older directory, with other hours than the room of that name has now */
        Mask of(Room room, Site site) {
            Mask known = byRoom.get(room.id());
            if (known != null && known.room() == room) {
                return known;
            }
            OpenRule rule = OpenRule.of(room, site);
            Mask mask = new Mask(room, rule, byRule.computeIfAbsent(rule, this::bits));
            byRoom.put(room.id(), mask);
            return mask;
        }

        private long[] bits(OpenRule rule) {
            long[] bits = new long[Window.WORDS];
            rule.addTo(window.firstSlot(), bits);
            return bits;
        }
    }

    boolean isOpen(Room room, Interval time) {
        Masks current = current();
        Site site = current.directory().site(room.site()).orElse(null);
        if (site == null) {
            return false;
        }
        long first = Slots.first(time);
        long end = Slots.endExclusive(time);
        if (!isOnGrid(time, first, end) || !current.window().encloses(first, end)) {
            return BookingPolicy.isOpen(room, site, time);
        }
        long origin = current.window().firstSlot();
        return FreeBits.areSet(current.of(room, site).bits(), first - origin, end - origin);
    }

    private static boolean isOnGrid(Interval time, long first, long end) {
        return Slots.start(first).equals(time.start()) && Slots.start(end).equals(time.end());
    }

    void addTo(Room room, long firstWord, long[] words) {
        Masks current = current();
        Site site = current.directory().site(room.site()).orElse(null);
        if (site == null) {
            return;
        }
        Window window = current.window();
        Mask mask = current.of(room, site);
        window.addTo(mask.bits(), firstWord, words);
        addOutside(mask.rule(), firstWord, Math.min(firstWord + words.length, window.firstWord()), firstWord, words);
        long after = window.firstWord() + Window.WORDS;
        addOutside(mask.rule(), Math.max(firstWord, after), firstWord + words.length, firstWord, words);
    }

    private static void addOutside(OpenRule rule, long fromWord, long endWord, long firstWord, long[] words) {
        if (fromWord < endWord) {
            long[] outside = new long[(int) (endWord - fromWord)];
            rule.addTo(fromWord * Long.SIZE, outside);
            for (int i = 0; i < outside.length; i++) {
                words[i + (int) (fromWord - firstWord)] |= outside[i];
            }
        }
    }

    private Masks current() {
        Masks known = masks;
        Directory directory = directories.current();
        return known.directory() == directory ? known : renewed(directory, known.window());
    }

    private Masks renewed(Directory directory, Window window) {
        Masks fresh = new Masks(directory, window);
        masks = fresh;
        return fresh;
    }

    void moveTo(Window window) {
        if (!masks.window().equals(window)) {
            renewed(directories.current(), window);
        }
    }
}
