package org.passerelle.directory;

import java.util.List;
import java.util.Map;

/**
 * The numbers that bookings claim, given out once and for ever. One sequence serves rooms and everything else that is
 * claimed, so two claimants never share a number, on however many nodes they ask.
 */
public interface ClaimNumbers {

    /** The least number given; every number fits 31 bits. */
    int FIRST = 1;

    /**
     * The first {@code count} numbers of each claimant. The same for ever: a claimant that asks for more later gets the
     * same numbers and further ones behind them, not necessarily next to each other.
     *
     * @param counts how many numbers each claimant needs, at least 1; a claimant is a name such as {@code room:melun-seine}
     *     or {@code organisation:atelier-brie}
     */
    Map<String, List<Integer>> of(Map<String, Integer> counts);

    /** The numbers of one claimant, as {@link #of(Map)} gives them. */
    default List<Integer> of(String claimant, int count) {
        return of(Map.of(claimant, count)).getOrDefault(claimant, List.of());
    }
}
