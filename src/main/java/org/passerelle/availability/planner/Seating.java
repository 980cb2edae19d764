package org.passerelle.availability.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.passerelle.directory.RoomId;

/**
 * Gives each of the parties that meet at one site a room of its own: no two share a room, a room that is joined to another,
 * or a unit of a pool. Tries the best fits first. For one use.
 */
final class Seating {

    /** Enough for any site in practice; without a bound, many parties and few rooms would take for ever. */
    private static final int MOST_STEPS = 20_000;

    private final List<List<PartyOption>> wanted;
    private final ToIntFunction<Bookable> freeUnits;
    private final int[] order;
    private final PartyOption[] chosen;
    private final Set<Integer> taken = new HashSet<>();
    private final Map<RoomId, Integer> unitsLeft = new HashMap<>();
    private int steps;

    private Seating(List<List<PartyOption>> wanted, ToIntFunction<Bookable> freeUnits) {
        this.wanted = wanted;
        this.freeUnits = freeUnits;
        this.chosen = new PartyOption[wanted.size()];
        this.order = IntStream.range(0, wanted.size())
                .boxed()
                .sorted(Comparator.comparingInt(party -> wanted.get(party).size()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * One option of each of {@code wanted}, in that order; empty when they cannot all be had, or none was found in a great
     * many steps.
     *
     * @param wanted what each party could have if it were alone, the best fit first
     * @param freeUnits how many units of a pool can be had
     */
    static Optional<List<PartyOption>> of(List<List<PartyOption>> wanted, ToIntFunction<Bookable> freeUnits) {
        Seating seating = new Seating(wanted, freeUnits);
        return RoomsForAll.canMatch(wanted) && seating.seat(0)
                ? Optional.of(List.of(seating.chosen))
                : Optional.empty();
    }

    private boolean seat(int next) {
        if (next == order.length) {
            return true;
        }
        for (PartyOption option : wanted.get(order[next])) {
            if (++steps > MOST_STEPS) {
                return false;
            }
            if (take(option)) {
                chosen[order[next]] = option;
                if (seat(next + 1)) {
                    return true;
                }
                giveBack(option);
            }
        }
        return false;
    }

    private boolean take(PartyOption option) {
        List<Integer> numbers = option.place().room().numbers();
        if (numbers.stream().anyMatch(taken::contains)
                || option.pools().stream().anyMatch(pool -> left(pool) == 0)) {
            return false;
        }
        taken.addAll(numbers);
        option.pools().forEach(pool -> unitsLeft.put(pool.room().id(), left(pool) - 1));
        return true;
    }

    private int left(Bookable pool) {
        return unitsLeft.computeIfAbsent(pool.room().id(), any -> freeUnits.applyAsInt(pool));
    }

    private void giveBack(PartyOption option) {
        option.place().room().numbers().forEach(taken::remove);
        option.pools().forEach(pool -> unitsLeft.merge(pool.room().id(), 1, Integer::sum));
    }

    /** Whether there is a room for each party when nothing else is asked: what never fits need not be tried at length. */
    private static final class RoomsForAll {

        private final List<List<PartyOption>> wanted;
        private final Map<RoomId, Integer> holder = new HashMap<>();

        private RoomsForAll(List<List<PartyOption>> wanted) {
            this.wanted = wanted;
        }

        static boolean canMatch(List<List<PartyOption>> wanted) {
            RoomsForAll matching = new RoomsForAll(wanted);
            return IntStream.range(0, wanted.size()).allMatch(party -> matching.findRoom(party, new HashSet<>()));
        }

        /** Takes a free room, or one whose holder can move to another (augmenting paths, after Kuhn). */
        private boolean findRoom(int party, Set<RoomId> asked) {
            List<RoomId> rooms = new ArrayList<>();
            wanted.get(party).forEach(option -> rooms.add(option.place().room().id()));
            for (RoomId room : rooms) {
                if (asked.add(room)) {
                    Integer other = holder.get(room);
                    if (other == null || findRoom(other, asked)) {
                        holder.put(room, party);
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
