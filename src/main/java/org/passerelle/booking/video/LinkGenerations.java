package org.passerelle.booking.video;

import java.util.HashMap;
import java.util.Map;

/**
 * Which of the links to a conference are good. One number is counted up whenever any are made void, and each link is good
 * for the number under which it was made, so that one can be made void without the others.
 *
 * @param all the number under which the links were made of whoever is not in {@code renewed}
 * @param renewed those under which links were made anew since, one by one, by whom they are for
 */
public record LinkGenerations(int all, Map<String, Integer> renewed) {

    /** No link was ever made void. */
    public static final LinkGenerations FIRST = new LinkGenerations(0, Map.of());

    public LinkGenerations {
        renewed = Map.copyOf(renewed);
        if (all < 0 || renewed.values().stream().anyMatch(each -> each <= 0)) {
            throw new IllegalArgumentException("Generations are counted from 0");
        }
    }

    /** That of the link of {@code holder} which is good. */
    public int of(String holder) {
        return Math.max(all, renewed.getOrDefault(holder, 0));
    }

    /** The highest that any link has. */
    public int latest() {
        return renewed.values().stream().reduce(all, Math::max);
    }

    /** After all links were made void. */
    public LinkGenerations next() {
        return new LinkGenerations(latest() + 1, Map.of());
    }

    /** After the link of {@code holder} was made void, and no other. */
    public LinkGenerations next(String holder) {
        Map<String, Integer> changed = new HashMap<>(renewed);
        changed.put(holder, latest() + 1);
        return new LinkGenerations(all, changed);
    }
}
