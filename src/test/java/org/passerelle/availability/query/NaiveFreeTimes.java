package org.passerelle.availability.query;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.availability.Held;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * Free times as one would work them out on paper: lists of what is held, and a look at the wall clock of each minute. Slow,
 * and shares no code with what it is the measure of. For one thread.
 */
public final class NaiveFreeTimes implements FreeTimes {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Directory directory;
    private final Map<Integer, List<Interval>> held = new HashMap<>();

    /** By room what was seen, for it never changes: minutes since 2020, and words. */
    private final Map<RoomId, Seen> seen = new HashMap<>();

    private record Seen(BitSet known, BitSet open, Map<Long, Long> words) {

        Seen() {
            this(new BitSet(), new BitSet(), new HashMap<>());
        }
    }

    public NaiveFreeTimes(Directory directory, List<Held> held) {
        this.directory = directory;
        held.forEach(this::add);
    }

    public void add(Held added) {
        held.computeIfAbsent(added.number(), any -> new ArrayList<>()).add(added.occupied());
    }

    /** @throws IllegalArgumentException if it was not held */
    public void remove(Held removed) {
        if (!held.getOrDefault(removed.number(), List.of()).remove(removed.occupied())) {
            throw new IllegalArgumentException(removed + " is not held");
        }
    }

    @Override
    public boolean isFree(int number, long firstSlot, long endSlot) {
        Interval asked = Interval.of(Slots.start(firstSlot), Slots.start(endSlot));
        return held.getOrDefault(number, List.of()).stream().noneMatch(asked::overlaps);
    }

    @Override
    public void addTaken(int number, long firstSlot, long[] words) {
        for (int i = 0; i < words.length * Long.SIZE; i++) {
            if (!isFree(number, firstSlot + i, firstSlot + i + 1)) {
                words[i / Long.SIZE] |= 1L << i % Long.SIZE;
            }
        }
    }

    @Override
    public boolean isOpen(Room room, Interval time) {
        Site site = directory.siteOf(room);
        Instant minute = time.start().truncatedTo(ChronoUnit.MINUTES);
        while (minute.isBefore(time.end())) {
            if (!isOpenIn(minute, room, site)) {
                return false;
            }
            minute = minute.plus(MINUTE);
        }
        return true;
    }

    private boolean isOpenIn(Instant minute, Room room, Site site) {
        var minutes = seen.computeIfAbsent(room.id(), any -> new Seen());
        int number = (int) Duration.between(Slots.start(0), minute).toMinutes();
        if (!minutes.known().get(number)) {
            minutes.known().set(number);
            minutes.open()
                    .set(number, isOpen(room, site, minute.atZone(site.zone()).toLocalDateTime()));
        }
        return minutes.open().get(number);
    }

    private static boolean isOpen(Room room, Site site, LocalDateTime wall) {
        int minute = wall.getHour() * 60 + wall.getMinute();
        boolean withinHours = room.rules().openingHours().on(wall.getDayOfWeek()).stream()
                .anyMatch(range -> range.start() <= minute && minute < range.end());
        return withinHours && site.closures().stream().noneMatch(closure -> closure.covers(wall.toLocalDate()));
    }

    @Override
    public void addOpen(Room room, long firstSlot, long[] words) {
        var known = seen.computeIfAbsent(room.id(), any -> new Seen()).words();
        for (int i = 0; i < words.length; i++) {
            words[i] |= known.computeIfAbsent(firstSlot + (long) i * Long.SIZE, first -> openWord(room, first));
        }
    }

    private long openWord(Room room, long firstSlot) {
        long word = 0;
        for (int i = 0; i < Long.SIZE; i++) {
            if (isOpen(room, Interval.of(Slots.start(firstSlot + i), Slots.LENGTH))) {
                word |= 1L << i;
            }
        }
        return word;
    }
}
