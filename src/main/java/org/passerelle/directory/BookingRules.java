package org.passerelle.directory;

import java.time.Duration;
import java.time.Period;
import java.util.Set;
import org.passerelle.directory.arrangement.Layout;
import org.passerelle.directory.arrangement.Layouts;
import org.passerelle.directory.permission.BookingPermissions;
import org.passerelle.time.WeeklyHours;

/**
 * When and by whom a room may be booked. Hours are in the zone of the room's site.
 *
 * @param shortest the least length of one occurrence, inclusive
 * @param longest the greatest length of one occurrence, inclusive
 * @param notice how long before its start a booking must be made, zero for none
 * @param horizon how far ahead a booking may reach, counted in the calendar of the room's site
 * @param access who may book and whether a manager must approve
 * @param arrival what becomes of it if nobody comes
 * @param layouts how it can be furnished
 * @param permissions what is said besides of who may book, when and for how long
 */
public record BookingRules(
        WeeklyHours openingHours,
        Duration shortest,
        Duration longest,
        Duration notice,
        Period horizon,
        Buffers buffers,
        Access access,
        ArrivalRules arrival,
        Layouts layouts,
        BookingPermissions permissions) {

    /** What holds where the directory says nothing else. */
    public static final BookingRules DEFAULT = new BookingRules(
            WeeklyHours.parse("Mo-Fr 08:00-20:00"),
            Duration.ofMinutes(5),
            Duration.ofHours(12),
            Duration.ZERO,
            Period.ofMonths(24),
            Buffers.NONE,
            Access.EVERY_ORGANISATION);

    /** Where nothing is said of layouts, nor of permissions. */
    public BookingRules(
            WeeklyHours openingHours,
            Duration shortest,
            Duration longest,
            Duration notice,
            Period horizon,
            Buffers buffers,
            Access access,
            ArrivalRules arrival) {
        this(
                openingHours,
                shortest,
                longest,
                notice,
                horizon,
                buffers,
                access,
                arrival,
                Layouts.NONE,
                BookingPermissions.NONE);
    }

    /** Where nothing else is said of arrival. */
    public BookingRules(
            WeeklyHours openingHours,
            Duration shortest,
            Duration longest,
            Duration notice,
            Period horizon,
            Buffers buffers,
            Access access) {
        this(openingHours, shortest, longest, notice, horizon, buffers, access, ArrivalRules.DEFAULT);
    }

    /** @throws IllegalArgumentException if lengths are out of order, or a notice or horizon runs backwards */
    public BookingRules {
        if (shortest.isNegative() || shortest.isZero() || shortest.compareTo(longest) > 0) {
            throw new IllegalArgumentException("The shortest booking must be positive and no longer than the longest");
        }
        if (notice.isNegative()) {
            throw new IllegalArgumentException("A notice cannot be negative");
        }
        if (horizon.isNegative() || horizon.isZero()) {
            throw new IllegalArgumentException("A horizon must lie ahead");
        }
    }

    /** The same without time kept free around bookings. */
    public BookingRules unbuffered() {
        return with(Buffers.NONE);
    }

    /** The same with other rules of arrival. */
    public BookingRules with(ArrivalRules changed) {
        return new BookingRules(
                openingHours, shortest, longest, notice, horizon, buffers, access, changed, layouts, permissions);
    }

    /** The same with other permissions. */
    public BookingRules with(BookingPermissions changed) {
        return new BookingRules(
                openingHours, shortest, longest, notice, horizon, buffers, access, arrival, layouts, changed);
    }

    /** The same for a room that can be furnished in other ways. */
    public BookingRules with(Layouts changed) {
        return new BookingRules(
                openingHours, shortest, longest, notice, horizon, buffers, access, arrival, changed, permissions);
    }

    /** The same with other times kept free. */
    public BookingRules with(Buffers changed) {
        return new BookingRules(
                openingHours, shortest, longest, notice, horizon, changed, access, arrival, layouts, permissions);
    }

    /**
     * Time kept free before and after each occurrence, for setting up and clearing away. Zero or more.
     *
     * @param longerServesBoth whether between two neighbours the longer of the time after the one and the time before the other
     *     is kept, rather than both
     */
    public record Buffers(Duration before, Duration after, boolean longerServesBoth) {

        public static final Buffers NONE = new Buffers(Duration.ZERO, Duration.ZERO);

        /** Between two neighbours both are kept. */
        public Buffers(Duration before, Duration after) {
            this(before, after, false);
        }

        public Buffers {
            if (before.isNegative() || after.isNegative()) {
                throw new IllegalArgumentException("A buffer cannot be negative");
            }
        }

        /** What is kept free around a meeting in {@code layout}, which says nothing of a time or says it instead. */
        Buffers of(Layout layout) {
            return new Buffers(layout.setUp().orElse(before), layout.cleanUp().orElse(after), longerServesBoth);
        }

        /** The longer of each. */
        Buffers or(Buffers other) {
            return new Buffers(
                    before.compareTo(other.before) < 0 ? other.before : before,
                    after.compareTo(other.after) < 0 ? other.after : after,
                    longerServesBoth);
        }
    }

    /**
     * Who may book.
     *
     * @param organisations ids of the only organisations that may book; empty means every organisation
     * @param needsApproval whether a booking waits for the site's manager
     * @param decideBefore how long before its first date a request lapses on which nobody decided, zero for at its start
     * @param guests whether people without an account may ask for it, on the public page of its site
     */
    public record Access(Set<String> organisations, boolean needsApproval, Duration decideBefore, boolean guests) {

        /** How long before its first date a request lapses where the directory says nothing else. */
        public static final Duration USUAL_LEAD = Duration.ofHours(2);

        public static final Access EVERY_ORGANISATION = new Access(Set.of(), false);

        /** @throws IllegalArgumentException if requests were to lapse after the start */
        public Access {
            organisations = Set.copyOf(organisations);
            if (decideBefore.isNegative()) {
                throw new IllegalArgumentException("Nobody decides after the start");
            }
        }

        /** Guests do not ask for it. */
        public Access(Set<String> organisations, boolean needsApproval, Duration decideBefore) {
            this(organisations, needsApproval, decideBefore, false);
        }

        /** Requests lapse when they usually do. */
        public Access(Set<String> organisations, boolean needsApproval) {
            this(organisations, needsApproval, USUAL_LEAD);
        }

        public boolean admits(String organisation) {
            return organisations.isEmpty() || organisations.contains(organisation);
        }
    }
}
