package org.passerelle.directory;

import java.time.Duration;
import java.time.Period;
import java.util.Set;
import org.passerelle.time.WeeklyHours;

/**
 * When and by whom a room may be booked. Hours are in the zone of the room's site.
 *
 * @param shortest the least length of one occurrence, inclusive
 * @param longest the greatest length of one occurrence, inclusive
 * @param notice how long before its start a booking must be made, zero for none
 * @param horizon how far ahead a booking may reach, counted in the calendar of the room's site
 * @param access who may book and whether a manager must approve
 */
public record BookingRules(
        WeeklyHours openingHours,
        Duration shortest,
        Duration longest,
        Duration notice,
        Period horizon,
        Buffers buffers,
        Access access) {

    /** Time kept free before and after each occurrence, for setting up and clearing away. Zero or more. */
    public record Buffers(Duration before, Duration after) {

        public static final Buffers NONE = new Buffers(Duration.ZERO, Duration.ZERO);

        public Buffers {
            if (before.isNegative() || after.isNegative()) {
                throw new IllegalArgumentException("A buffer cannot be negative");
            }
        }
    }

    /**
     * Who may book.
     *
     * @param organisations ids of the only organisations that may book; empty means every organisation
     * @param needsApproval whether a booking waits for the site's manager
     */
    public record Access(Set<String> organisations, boolean needsApproval) {

        public static final Access EVERY_ORGANISATION = new Access(Set.of(), false);

        public Access {
            organisations = Set.copyOf(organisations);
        }

        public boolean admits(String organisation) {
            return organisations.isEmpty() || organisations.contains(organisation);
        }
    }
}
