package org.passerelle.booking.allocation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.passerelle.account.Organisation;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Room;
import org.passerelle.directory.permission.BookingQuota.QuotaPeriod;

/**
 * Hours that one may have in a while as something countable: each day, week or month has as many quarter-hours as the quota says, a
 * booking claims one for each quarter-hour of each room, and the same unique index that keeps rooms keeps the quota.
 *
 * @param units quarter-hours a period
 * @param counts which rooms count
 * @param zones in whose calendar the periods of a room are told
 * @param reason what is said of a date for which there are too few left
 */
record Quota(
        int number,
        int units,
        QuotaPeriod period,
        Predicate<Room> counts,
        Function<Room, ZoneId> zones,
        Reason reason) {

    private static final Duration UNIT = Duration.ofMinutes(15);
    private static final LocalDate FIRST_MONDAY = LocalDate.of(2019, 12, 30);
    private static final LocalDate FIRST_MONTH = LocalDate.of(2019, 12, 1);

    /** Room for the units of one period in the slot part of a claim; more than 16,000 hours. */
    private static final int WIDTH = 1 << 16;

    /** The weekly allowance of an organisation, in the calendar of {@code zone}; what is countable is free. */
    static Quota of(Organisation organisation, Duration weekly, ZoneId zone) {
        int units = units(weekly);
        Reason reason =
                Reason.of(ReasonCode.QUOTA_EXCEEDED, UNIT.multipliedBy(units).toString());
        return new Quota(
                organisation.number(), units, QuotaPeriod.WEEK, room -> !room.isCountable(), room -> zone, reason);
    }

    static int units(Duration hours) {
        return (int) Math.min(WIDTH, hours.dividedBy(UNIT));
    }

    static Duration hours(int units) {
        return UNIT.multipliedBy(units);
    }

    /** The quarter-hours that {@code date} uses of each period: those it touches, once for each room that counts. */
    Map<Long, Integer> needs(Proposal.Date date) {
        Map<Long, Integer> needs = new TreeMap<>();
        int quarters =
                (int) Math.min(WIDTH, (date.time().length().toSeconds() + UNIT.toSeconds() - 1) / UNIT.toSeconds());
        for (Room room : date.rooms()) {
            if (counts.test(room)) {
                LocalDate day = date.time().start().atZone(zones.apply(room)).toLocalDate();
                needs.merge(periodOf(day), quarters, Integer::sum);
            }
        }
        return needs;
    }

    /** Every claim of a period. */
    LongStream claimsOf(long numbered) {
        return LongStream.range(0, units).map(unit -> Claims.of(number, numbered * WIDTH + unit));
    }

    private long periodOf(LocalDate day) {
        return switch (period) {
            case DAY -> ChronoUnit.DAYS.between(FIRST_MONDAY, day);
            case WEEK ->
                ChronoUnit.WEEKS.between(FIRST_MONDAY, day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            case MONTH -> ChronoUnit.MONTHS.between(FIRST_MONTH, day.withDayOfMonth(1));
        };
    }
}
