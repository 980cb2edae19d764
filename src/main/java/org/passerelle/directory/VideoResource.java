package org.passerelle.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.passerelle.time.Interval;

/**
 * Something that conferences use up while they last: the video lines of a site, its uplink, the ports of a bridge. It comes
 * in units, each with a claim number of its own, so that what guards rooms guards it as well.
 *
 * @param id how it is named to people whose conference lacks it; no room has the same
 * @param site whose lines or uplink these are, or where the bridge stands
 * @param provider whose conferences a bridge carries; empty for everything else
 * @param numbers one a unit, as many as there are at most on any day
 */
public record VideoResource(
        RoomId id,
        ResourceKind kind,
        Optional<SiteId> site,
        Optional<String> provider,
        Supply supply,
        List<Integer> numbers) {

    /** What is used up. */
    public enum ResourceKind {
        /** One for each room of a site that is in a conference. */
        LINES,
        /** Mbit/s between a site and the others. */
        UPLINK,
        /** One for each room or person that a bridge connects. */
        PORTS
    }

    public VideoResource {
        numbers = List.copyOf(numbers);
    }

    /**
     * How much there is.
     *
     * @param amount lines, Mbit/s or ports, on days for which nothing else is said
     * @param block how much one unit stands for; what is left over beyond whole units cannot be had
     * @param zone in which the days of {@code changes} are read
     * @param changes amounts of certain days; where two say something of a day, the smaller one holds
     */
    public record Supply(int amount, int block, ZoneId zone, List<ResourceChange> changes) {

        /** @throws IllegalArgumentException if there could be less than nothing */
        public Supply {
            changes = List.copyOf(changes);
            if (amount < 0 || block < 1 || changes.stream().anyMatch(change -> change.amount() < 0)) {
                throw new IllegalArgumentException("There is less than nothing");
            }
        }

        /** The most units on any day. */
        public int mostUnits() {
            int most = changes.stream().mapToInt(ResourceChange::amount).reduce(amount, Math::max);
            return most / block;
        }

        /** The units that are there at every moment of {@code time}. */
        public int unitsDuring(Interval time) {
            LocalDate last = day(time.end().minusNanos(1));
            int least = Integer.MAX_VALUE;
            for (LocalDate day = day(time.start()); !day.isAfter(last); day = day.plusDays(1)) {
                least = Math.min(least, amountOn(day));
            }
            return least / block;
        }

        private int amountOn(LocalDate day) {
            return changes.stream()
                    .filter(change -> change.covers(day))
                    .mapToInt(ResourceChange::amount)
                    .min()
                    .orElse(amount);
        }

        private LocalDate day(Instant instant) {
            return instant.atZone(zone).toLocalDate();
        }
    }

    /** Another amount from {@code from} to {@code to}, both days included: works, a cut fibre, a rented line. */
    public record ResourceChange(LocalDate from, LocalDate to, int amount) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** The same with its claim numbers. */
    public VideoResource numbered(List<Integer> own) {
        return new VideoResource(id, kind, site, provider, supply, own);
    }

    /** The numbers of the units that are there at every moment of {@code time}. */
    public List<Integer> numbersDuring(Interval time) {
        return numbers.subList(0, Math.min(numbers.size(), supply.unitsDuring(time)));
    }

    /** The least number of units that make up {@code amount}. */
    public int unitsFor(int amount) {
        return (amount + supply.block() - 1) / supply.block();
    }
}
