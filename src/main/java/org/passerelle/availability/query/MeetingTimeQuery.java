package org.passerelle.availability.query;

import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.Person;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.SiteId;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;
import org.passerelle.time.Slots;

/**
 * A wish of several parties, each at a site near it, to meet at the same time.
 *
 * @param duration of the meeting, positive
 * @param window the meeting lies wholly within it
 * @param recurrence how the meeting repeats from the slot that is looked for, on the clock of the first party's site; one
 *     without an end, or of more than 750 dates, has no slot
 */
public record MeetingTimeQuery(
        Person seeker,
        List<Party> parties,
        Duration duration,
        Interval window,
        Optional<Recurrence> recurrence,
        TimeTaste taste) {

    /** As many rooms as one booking may name. */
    public static final int MOST_PARTIES = 50;

    /** As many slots as one question is answered with: all of two months by the quarter-hour. */
    public static final int MOST_SLOTS = 10_000;

    public static final Duration LONGEST_WINDOW = Duration.ofDays(800);

    /** As many dates as one booking may have. */
    public static final int MOST_DATES = 750;

    /**
     * Those who meet at one site; each party gets a room of its own.
     *
     * @param attendees seats needed, at least 1
     * @param equipment as in {@link RoomQuery.Needs}
     */
    public record Party(SiteId site, int attendees, Set<String> equipment) {

        public Party {
            equipment = Set.copyOf(equipment);
            if (attendees < 1) {
                throw new IllegalArgumentException("At least one seat is needed");
            }
        }
    }

    /** Which of the possible slots come first. */
    public enum Order {
        START,
        SCORE
    }

    /**
     * What is preferred.
     *
     * @param limit the most slots to answer, 1 to {@value #MOST_SLOTS}
     * @param dayHours the hours, on the clock of each site, outside of which nobody is to meet
     * @param kinds the kinds of room that will do; empty means every kind but {@code DESK} and {@code EQUIPMENT}
     * @param sameKind whether all rooms of a slot must be of one kind
     * @param step slots start at multiples of it, counted from midnight of UTC: five minutes or some times as much, at most
     *     a day; empty for every quarter-hour and the first moment of each stretch
     */
    public record TimeTaste(
            int limit,
            Order order,
            Optional<DayHours> dayHours,
            Set<RoomKind> kinds,
            boolean sameKind,
            Optional<Duration> step) {

        public TimeTaste {
            kinds = Set.copyOf(kinds);
            if (limit < 1 || limit > MOST_SLOTS) {
                throw new IllegalArgumentException("Between 1 and " + MOST_SLOTS + " slots can be asked for");
            }
            if (step.filter(each -> !isStep(each)).isPresent()) {
                throw new IllegalArgumentException(
                        "A step is from five minutes to a day, in multiples of five minutes");
            }
        }

        /** Whether {@code duration} may be a step. */
        public static boolean isStep(Duration duration) {
            return !duration.isNegative()
                    && !duration.isZero()
                    && duration.compareTo(Duration.ofDays(1)) <= 0
                    && duration.toSeconds() % Slots.LENGTH.toSeconds() == 0;
        }
    }

    /**
     * Local hours of each day, from the inclusive to the exclusive one, which is later; in whole minutes.
     *
     * @param to midnight stands for the end of the day
     */
    public record DayHours(LocalTime from, LocalTime to) {

        public DayHours {
            from = from.truncatedTo(ChronoUnit.MINUTES);
            to = to.truncatedTo(ChronoUnit.MINUTES);
            if (!areInOrder(from, to)) {
                throw new IllegalArgumentException("The hours of a day must end after they begin");
            }
        }

        /** Whether {@code to} is later than {@code from}, or midnight. */
        public static boolean areInOrder(LocalTime from, LocalTime to) {
            return from.isBefore(to) || to.equals(LocalTime.MIDNIGHT);
        }

        /** As opening hours write it, such as {@code 09:00-24:00}. */
        public String range() {
            return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? "24:00" : to);
        }

        /** Whether {@code wall} is one of these hours. */
        public boolean contain(LocalTime wall) {
            return !wall.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || wall.isBefore(to));
        }
    }

    /** @throws IllegalArgumentException if a part is out of its bounds */
    public MeetingTimeQuery {
        parties = List.copyOf(parties);
        if (parties.isEmpty() || parties.size() > MOST_PARTIES) {
            throw new IllegalArgumentException("Between 1 and " + MOST_PARTIES + " parties can meet");
        }
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("The duration must be positive");
        }
        if (window.length().compareTo(LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException("The window is at most 800 days long");
        }
    }
}
