package org.passerelle.booking.allocation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.LongStream;
import org.passerelle.account.Organisation;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.policy.Proposal;

/**
 * An organisation's weekly allowance as something countable: each week has as many quarter-hours as the quota says, a
 * booking claims one for each quarter-hour of each room, and the same unique index that keeps rooms keeps the quota.
 *
 * @param units quarter-hours a week
 * @param zone in whose calendar weeks are told, Monday to Sunday
 */
record Quota(int number, int units, ZoneId zone) {

    private static final Duration UNIT = Duration.ofMinutes(15);
    private static final LocalDate FIRST_MONDAY = LocalDate.of(2019, 12, 30);

    /** Room for the units of one week in the slot part of a claim; more than 16,000 hours a week. */
    private static final int WIDTH = 1 << 16;

    static Quota of(Organisation organisation, Duration weekly, ZoneId zone) {
        int units = (int) Math.min(WIDTH, weekly.dividedBy(UNIT));
        return new Quota(organisation.number(), units, zone);
    }

    /** Quarter-hours that {@code date} uses: those it touches, once for each room; equipment is free. */
    int needs(Proposal.Date date) {
        long rooms = date.rooms().stream().filter(room -> !room.isCountable()).count();
        long quarters = (date.time().length().toSeconds() + UNIT.toSeconds() - 1) / UNIT.toSeconds();
        return (int) Math.min(Integer.MAX_VALUE, rooms * quarters);
    }

    /** Every claim of the week in which {@code date} starts. */
    LongStream claimsOfWeek(Proposal.Date date) {
        LocalDate monday =
                date.time().start().atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        long week = ChronoUnit.WEEKS.between(FIRST_MONDAY, monday);
        return LongStream.range(0, units).map(unit -> Claims.of(number, week * WIDTH + unit));
    }
}
