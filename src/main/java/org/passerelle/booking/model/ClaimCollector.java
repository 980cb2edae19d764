package org.passerelle.booking.model;

import java.util.Arrays;
import java.util.List;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.time.Slots;

/** Collects the claims of one booking, of which there are up to {@link Claims#MOST}, without an object for each. */
final class ClaimCollector {

    /** Those of an hour of one room, and some. */
    private static final int USUAL = 16;

    private long[] claims = new long[USUAL];
    private int count;

    /** Adds what a date holds, nothing if it was called off or let go, and what is asked for in its place. */
    void add(Occurrence occurrence) {
        if (occurrence.occupies()) {
            add(occurrence.places(), occurrence.lines(), occurrence.quotaClaims());
        }
        occurrence.openRequest().ifPresent(move -> add(move.places(), move.lines(), move.quotaClaims()));
    }

    private void add(List<Place> places, List<Stretch> lines, List<Long> quotaClaims) {
        for (Place place : places) {
            if (place.setUp().isPresent()) {
                place.stretches().forEach(held -> add(held.number(), held.firstSlot(), held.endSlot()));
                continue;
            }
            long first = Slots.first(place.occupied());
            long end = Slots.endExclusive(place.occupied());
            for (int number : place.numbers()) {
                add(number, first, end);
            }
        }
        for (Stretch line : lines) {
            add(line.number(), line.firstSlot(), line.endSlot());
        }
        quotaClaims.forEach(this::add);
    }

    private void add(int number, long firstSlot, long endSlot) {
        for (long slot = firstSlot; slot < endSlot; slot++) {
            add(Claims.of(number, slot));
        }
    }

    void add(long claim) {
        if (count == claims.length) {
            claims = Arrays.copyOf(claims, 2 * count);
        }
        claims[count] = claim;
        count++;
    }

    /** Sorted, each once. */
    long[] toArray() {
        Arrays.sort(claims, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || claims[i] != claims[kept - 1]) {
                claims[kept] = claims[i];
                kept++;
            }
        }
        return Arrays.copyOf(claims, kept);
    }
}
