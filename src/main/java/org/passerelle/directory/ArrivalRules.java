package org.passerelle.directory;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What is expected of those who booked a room, and what becomes of it if they do not come.
 *
 * @param grace how long after the start it is kept for people who have not checked in; empty to keep it to the end
 * @param warning how long before it is given back that is told; of a shorter grace, at the start
 * @param longest meetings that last longer keep the room
 * @param mostPeople meetings of more people keep the room
 * @param walkUp the longest that the panel at the door books it for, from now on; zero where it books nothing
 * @param noShows how often they may stay away before they must ask first
 * @param repeated who has stayed away so often by now
 */
public record ArrivalRules(
        Optional<Duration> grace,
        Duration warning,
        Duration longest,
        int mostPeople,
        Duration walkUp,
        NoShowLimits noShows,
        RepeatNoShows repeated) {

    /** Where the directory says nothing: no room is given back, and no panel books one. */
    public static final ArrivalRules DEFAULT =
            new ArrivalRules(Optional.empty(), Duration.ofMinutes(5), Duration.ofHours(4), 20, Duration.ZERO);

    /** Where nobody must ask first because they did not come. */
    public ArrivalRules(Optional<Duration> grace, Duration warning, Duration longest, int mostPeople, Duration walkUp) {
        this(grace, warning, longest, mostPeople, walkUp, NoShowLimits.NONE, RepeatNoShows.NOBODY);
    }

    /** The same, where {@code some} must ask first. */
    public ArrivalRules asking(RepeatNoShows some) {
        return new ArrivalRules(grace, warning, longest, mostPeople, walkUp, noShows, some);
    }

    /** The same with other limits of who may stay away how often. */
    public ArrivalRules limiting(NoShowLimits limits) {
        return new ArrivalRules(grace, warning, longest, mostPeople, walkUp, limits, repeated);
    }

    /** @throws IllegalArgumentException if a length is negative or a grace is zero */
    public ArrivalRules {
        if (grace.filter(each -> each.isNegative() || each.isZero()).isPresent()
                || warning.isNegative()
                || longest.isNegative()
                || walkUp.isNegative()) {
            throw new IllegalArgumentException("Lengths run forwards");
        }
    }

    /** Whether a room is given back to which nobody comes for a meeting that lasts {@code length}, of {@code people}. */
    public boolean releases(Duration length, int people) {
        return grace.isPresent() && length.compareTo(longest) <= 0 && people <= mostPeople;
    }

    /**
     * From how many dates to which nobody came whoever had booked them must ask a manager first. Dates at the same site count.
     *
     * @param person so many of one person; zero for however many
     * @param organisation so many of all people of one organisation; zero for however many
     * @param within only dates that began so long ago at most
     */
    public record NoShowLimits(int person, int organisation, Duration within) {

        /** For so long it is known at all who did not come. */
        public static final Duration LONGEST = Duration.ofDays(400);

        /** However many. */
        public static final NoShowLimits NONE = new NoShowLimits(0, 0, Duration.ofDays(90));

        /** @throws IllegalArgumentException if a number is negative, or it is to be known for longer than it is kept */
        public NoShowLimits {
            if (person < 0 || organisation < 0) {
                throw new IllegalArgumentException("Nobody stays away less than never");
            }
            if (within.isNegative() || within.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("It is not known for so long who did not come");
            }
        }

        /** Whether nobody has to ask for this reason. */
        public boolean areNone() {
            return person == 0 && organisation == 0;
        }

        /** Whether {@code count} dates of one person are too many. */
        public boolean isReachedByPerson(long count) {
            return person > 0 && count >= person;
        }

        /** Whether {@code count} dates of one organisation are too many. */
        public boolean isReachedByOrganisation(long count) {
            return organisation > 0 && count >= organisation;
        }
    }

    /**
     * Who has not come so often that they must ask first, as {@link NoShowLimits} have it.
     *
     * @param people by the names that the change log has for them
     * @param organisations by their ids
     */
    public record RepeatNoShows(Set<String> people, Set<String> organisations) {

        public static final RepeatNoShows NOBODY = new RepeatNoShows(Set.of(), Set.of());

        public RepeatNoShows {
            people = Set.copyOf(people);
            organisations = Set.copyOf(organisations);
        }

        public boolean areNobody() {
            return people.isEmpty() && organisations.isEmpty();
        }
    }
}
