package org.passerelle.directory.arrangement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Something that a site brings or does for a meeting: lunch for twelve, a technician, somebody at the reception. What there is
 * too little of is claimed like rooms, by numbers of the same sequence.
 *
 * @param id the word by which it is asked for, unique in the network
 * @param site the id of the site
 * @param zone in which its days are read
 * @param name what people call it
 * @param notice how long before the start of the meeting it must be asked for, zero for none
 * @param limits how much of it there is
 * @param rooms ids of the only rooms of the site in which it is to be had; empty for all
 * @param orders where orders are mailed to, besides the managers of the site
 * @param numbers what is claimed
 */
public record ServiceOffer(
        String id,
        String site,
        ZoneId zone,
        String name,
        ServiceKind kind,
        Duration notice,
        ServiceLimits limits,
        Set<String> rooms,
        Optional<String> orders,
        ServiceNumbers numbers) {

    /** The days that are numbered begin here. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    /** Room for the units of one day in the slot part of a claim. */
    private static final int WIDTH = 1 << 12;

    /** What kind of thing it is. */
    public enum ServiceKind {
        CATERING,
        RECEPTION,
        TECHNICIAN,
        EQUIPMENT,
        OTHER
    }

    /**
     * How much there is.
     *
     * @param perDay the most of it on one day of the site, all bookings together; 1 to {@value #MOST_A_DAY}
     * @param atOnce the most of it at a time; 1 to {@value #MOST_AT_ONCE}
     */
    public record ServiceLimits(Optional<Integer> perDay, Optional<Integer> atOnce) {

        public static final int MOST_A_DAY = 1_000;
        public static final int MOST_AT_ONCE = 50;

        /** @throws IllegalArgumentException if a limit is out of its bounds */
        public ServiceLimits {
            if (perDay.filter(most -> most < 1 || most > MOST_A_DAY).isPresent()
                    || atOnce.filter(most -> most < 1 || most > MOST_AT_ONCE).isPresent()) {
                throw new IllegalArgumentException("A limit is out of its bounds");
            }
        }
    }

    /**
     * What is claimed of it.
     *
     * @param ofDays the number whose slots are the units of days; empty where days have no limit
     * @param units one for each that there is at a time
     */
    public record ServiceNumbers(Optional<Integer> ofDays, List<Integer> units) {

        public static final ServiceNumbers NONE = new ServiceNumbers(Optional.empty(), List.of());

        public ServiceNumbers {
            units = List.copyOf(units);
        }

        /** Whether {@code number} is one of them. */
        public boolean contain(int number) {
            return ofDays.filter(own -> own == number).isPresent() || units.contains(number);
        }
    }

    public ServiceOffer {
        rooms = Set.copyOf(rooms);
    }

    /** Whether it is to be had in {@code room} of {@code roomSite}. */
    public boolean isOfferedIn(String room, String roomSite) {
        return site.equals(roomSite) && (rooms.isEmpty() || rooms.contains(room));
    }

    /** The same with its numbers. */
    public ServiceOffer numbered(ServiceNumbers own) {
        return new ServiceOffer(id, site, zone, name, kind, notice, limits, rooms, orders, own);
    }

    /** The slots that stand for all units of the local day of {@code start}; none where days have no limit. */
    public LongStream unitsOfDay(Instant start) {
        long day = ChronoUnit.DAYS.between(FIRST_DAY, start.atZone(zone).toLocalDate());
        return LongStream.range(0, limits.perDay().orElse(0)).map(unit -> day * WIDTH + unit);
    }
}
