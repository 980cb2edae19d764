package org.passerelle.booking.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.passerelle.account.PersonId;
import org.passerelle.booking.Booking;
import org.passerelle.booking.BookingId;
import org.passerelle.booking.BookingState;
import org.passerelle.booking.Claims;
import org.passerelle.booking.Holding;
import org.passerelle.booking.Occurrence;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * Which document holds which number when, who made it, whether it is a hold, and what it misses. In memory, for many readers and writers
 * at once: writers of one document take turns, and a note that comes late does not undo a newer one.
 */
final class FamilyIndex {

    /** The start of a held stretch in milliseconds, and by whom; so two documents never have the same key. */
    private record Start(long millis, String root) implements Comparable<Start> {

        @Override
        public int compareTo(Start other) {
            int byTime = Long.compare(millis, other.millis);
            return byTime != 0 ? byTime : root.compareTo(other.root);
        }
    }

    /** What is held and from when on, in milliseconds; one document holds it once. */
    private record Stretch(int number, long start) {}

    /**
     * @param ends of each stretch, in milliseconds, exclusive
     * @param quotas the numbers among them that are no rooms but allowances
     * @param missing its bookings that lack rooms which they would win back
     */
    private record Entry(
            long version,
            Map<Stretch, Long> ends,
            Set<Integer> quotas,
            Set<PersonId> organisers,
            boolean isHeld,
            Set<BookingId> missing) {

        Holding holding(String root) {
            List<Holding.Stretch> rooms = new ArrayList<>(ends.size());
            ends.forEach((stretch, end) -> {
                if (!quotas.contains(stretch.number())) {
                    rooms.add(new Holding.Stretch(stretch.number(), slot(stretch.start()), slot(end)));
                }
            });
            return new Holding(root, version, rooms);
        }

        /** Rooms are held in whole slots, so a stretch begins and ends with one. */
        private static long slot(long millis) {
            return Slots.containing(Instant.ofEpochMilli(millis));
        }
    }

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Map<Integer, NavigableMap<Start, Long>> endsByNumber = new ConcurrentHashMap<>();
    private final Map<PersonId, Set<String>> byOrganiser = new ConcurrentHashMap<>();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final Set<BookingId> missing = ConcurrentHashMap.newKeySet();
    private final AtomicLong longest = new AtomicLong();

    /** Notes what {@code family} holds, unless a newer version of it is known already. */
    void put(Family family) {
        Entry entry = entry(family);
        entries.compute(family.root(), (root, before) -> {
            if (before != null && before.version() >= entry.version()) {
                return before;
            }
            add(root, entry);
            if (before != null) {
                removeWhatIsOver(root, before, entry);
            }
            return entry;
        });
    }

    private void add(String root, Entry entry) {
        entry.ends().forEach((stretch, end) -> {
            longest.accumulateAndGet(end - stretch.start(), Math::max);
            ofNumber(stretch.number()).put(new Start(stretch.start(), root), end);
        });
        entry.organisers()
                .forEach(person -> byOrganiser
                        .computeIfAbsent(person, each -> ConcurrentHashMap.newKeySet())
                        .add(root));
        if (entry.isHeld()) {
            held.add(root);
        } else {
            held.remove(root);
        }
        missing.addAll(entry.missing());
    }

    private void removeWhatIsOver(String root, Entry before, Entry after) {
        Set<Stretch> over = new HashSet<>(before.ends().keySet());
        over.removeAll(after.ends().keySet());
        before.missing().stream().filter(id -> !after.missing().contains(id)).forEach(missing::remove);
        over.forEach(stretch -> ofNumber(stretch.number()).remove(new Start(stretch.start(), root)));
    }

    private NavigableMap<Start, Long> ofNumber(int number) {
        return endsByNumber.computeIfAbsent(number, each -> new ConcurrentSkipListMap<>());
    }

    /** Documents that hold one of {@code numbers} at some moment of {@code window}. */
    Set<String> occupying(Collection<Integer> numbers, Interval window) {
        long from = window.start().toEpochMilli();
        long to = window.end().toEpochMilli();
        Set<String> roots = new HashSet<>();
        for (int number : numbers) {
            NavigableMap<Start, Long> ends = endsByNumber.get(number);
            if (ends != null) {
                ends.subMap(new Start(from - longest.get(), ""), new Start(to, ""))
                        .forEach((start, end) -> {
                            if (end > from) {
                                roots.add(start.root());
                            }
                        });
            }
        }
        return roots;
    }

    Set<String> madeBy(PersonId organiser) {
        return Set.copyOf(byOrganiser.getOrDefault(organiser, Set.of()));
    }

    /** What every document holds of rooms. */
    void holdings(Consumer<Holding> each) {
        entries.forEach((root, entry) -> each.accept(entry.holding(root)));
    }

    Set<String> held() {
        return Set.copyOf(held);
    }

    Set<BookingId> missingRooms() {
        return Set.copyOf(missing);
    }

    private static Entry entry(Family family) {
        Map<Stretch, Long> ends = new HashMap<>();
        Set<Integer> quotas = new HashSet<>();
        Set<PersonId> organisers = new HashSet<>();
        Set<BookingId> missing = new HashSet<>();
        boolean isHeld = false;
        for (Booking booking : family.members()) {
            booking.occupying().forEach(occurrence -> addStretches(occurrence, ends, quotas));
            if (!booking.isCancelled()) {
                organisers.add(booking.owner().organiser());
            }
            if (booking.missesRooms()) {
                missing.add(booking.id());
            }
            isHeld |= booking.state() == BookingState.HELD;
        }
        return new Entry(
                family.version(),
                Map.copyOf(ends),
                Set.copyOf(quotas),
                Set.copyOf(organisers),
                isHeld,
                Set.copyOf(missing));
    }

    /** Rooms by the whole slots they claim; each quarter-hour of a quota by the slot its claim stands for. */
    private static void addStretches(Occurrence occurrence, Map<Stretch, Long> ends, Set<Integer> quotas) {
        occurrence.places().forEach(place -> place.numbers().forEach(number -> add(number, place.claimed(), ends)));
        for (long claim : occurrence.quotaClaims()) {
            quotas.add(Claims.number(claim));
            add(Claims.number(claim), Interval.of(Slots.start(Claims.slot(claim)), Slots.LENGTH), ends);
        }
    }

    private static void add(int number, Interval held, Map<Stretch, Long> ends) {
        ends.merge(new Stretch(number, held.start().toEpochMilli()), held.end().toEpochMilli(), Math::max);
    }
}
