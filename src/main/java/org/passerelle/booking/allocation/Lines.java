package org.passerelle.booking.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.booking.model.VideoNeeds.Need;
import org.passerelle.directory.VideoResource;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * Chooses units of lines, uplinks and ports for the time of a conference. One unit is as good as another, so a conference may
 * change units while it lasts: it is refused only when in some slot fewer are left than it needs.
 */
final class Lines {

    private final Interval time;
    private final Set<Long> unavailable;
    private final Allocator.Taste taste;
    private final List<Stretch> chosen = new ArrayList<>();

    private Lines(Interval time, Set<Long> unavailable, Allocator.Taste taste) {
        this.time = time;
        this.unavailable = unavailable;
        this.taste = taste;
    }

    /** Units that meet all needs of a way, or the first thing of which there are too few. */
    record LineChoice(List<Stretch> lines, Optional<VideoResource> lacking) {}

    /** Every claim that {@code ways} could make during {@code time}. */
    static LongStream claims(List<List<Need>> ways, Interval time) {
        return ways.stream()
                .flatMap(List::stream)
                .map(Need::resource)
                .distinct()
                .flatMapToLong(resource -> Claims.of(resource.numbersDuring(time), time));
    }

    /**
     * Units for the first of {@code ways} that can be had whole, marked as unavailable from now on.
     *
     * @param unavailable claims that others hold
     */
    static LineChoice choose(List<List<Need>> ways, Interval time, Set<Long> unavailable, Allocator.Taste taste) {
        Optional<VideoResource> lacking = Optional.empty();
        for (List<Need> way : ways) {
            Lines lines = new Lines(time, unavailable, taste);
            Optional<VideoResource> missing = way.stream()
                    .filter(need -> !lines.takes(need))
                    .map(Need::resource)
                    .findFirst();
            if (missing.isEmpty()) {
                lines.chosen.stream().flatMapToLong(Claims::of).forEach(unavailable::add);
                return new LineChoice(lines.chosen, Optional.empty());
            }
            lacking = lacking.or(() -> missing);
        }
        return new LineChoice(List.of(), lacking);
    }

    private boolean takes(Need need) {
        List<Integer> units = taste.sorted(need.resource().numbersDuring(time));
        Map<Integer, Stretch> open = new HashMap<>();
        long first = Slots.first(time);
        long end = Slots.endExclusive(time);
        for (long slot = first; slot < end; slot++) {
            List<Integer> free = free(units, open, slot, need.units());
            if (free.size() < need.units()) {
                return false;
            }
            Map<Integer, Stretch> next = new HashMap<>();
            for (int unit : free) {
                Stretch before = open.remove(unit);
                next.put(unit, new Stretch(unit, before == null ? slot : before.firstSlot(), slot + 1));
            }
            chosen.addAll(open.values());
            open = next;
        }
        chosen.addAll(open.values());
        return true;
    }

    /** Units that are free in a slot, those first that are in use already. */
    private List<Integer> free(List<Integer> units, Map<Integer, Stretch> open, long slot, int most) {
        return Stream.concat(
                        units.stream().filter(open::containsKey),
                        units.stream().filter(unit -> !open.containsKey(unit)))
                .filter(unit -> !unavailable.contains(Claims.of(unit, slot)))
                .limit(most)
                .toList();
    }
}
