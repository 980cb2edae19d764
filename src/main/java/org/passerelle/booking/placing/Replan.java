package org.passerelle.booking.placing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.booking.Booking;
import org.passerelle.booking.Occurrence;
import org.passerelle.booking.OccurrenceState;
import org.passerelle.booking.ReasonCode;
import org.passerelle.booking.Schedule;
import org.passerelle.booking.Skipped;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.time.Interval;

/**
 * What a new schedule or other rooms mean for the dates that a booking has: which stay as they are and which must be
 * placed anew. A day that was called off or left out stays so, whatever its new hour.
 *
 * @param kept dates that stay
 * @param moved dates to place
 * @param skipped days left out before, at their new time
 * @param lostPast dates that have begun and would be changed, which is not allowed
 */
public record Replan(List<Occurrence> kept, List<Proposal.Date> moved, List<Skipped> skipped, List<Instant> lostPast) {

    /**
     * Compares {@code old} with the dates that its new schedule has.
     *
     * @param sameLines whether its conference uses up what it did; otherwise no date ahead stays as it is
     */
    public static Replan of(Booking old, Plan.Dates plan, boolean sameLines, Instant now) {
        Map<Instant, Occurrence> existing =
                old.occurrences().stream().collect(Collectors.toMap(Occurrence::recurrenceId, Function.identity()));
        boolean sameHours = sameHours(old.schedule(), plan.schedule());
        Set<LocalDate> calledOff = days(old, OccurrenceState.CANCELLED);
        Map<LocalDate, ReasonCode> leftOut = leftOut(old);
        ZoneId zone = plan.schedule().zone();
        List<Occurrence> kept = new ArrayList<>();
        List<Proposal.Date> moved = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (Proposal.Date date : plan.dates()) {
            LocalDate day = day(date.recurrenceId(), zone);
            Optional<Occurrence> before = Optional.ofNullable(existing.get(date.recurrenceId()));
            if (calledOff.contains(day)) {
                kept.add(before.orElseGet(() -> calledOff(date)));
            } else if (leftOut.containsKey(day)) {
                skipped.add(new Skipped(date.time(), leftOut.getOrDefault(day, ReasonCode.ROOM_OCCUPIED)));
            } else if (before.isPresent() && sameHours && stays(before.get(), date, sameLines, now)) {
                kept.add(before.get());
            } else {
                Interval time = before.isPresent() && sameHours ? before.get().time() : date.time();
                moved.add(new Proposal.Date(date.recurrenceId(), time, date.rooms()));
            }
        }
        return new Replan(kept, moved, skipped, lostPast(old, kept, now));
    }

    private static boolean stays(Occurrence before, Proposal.Date date, boolean sameLines, Instant now) {
        boolean begun = before.time().start().isBefore(now);
        var rooms = date.rooms().stream().map(room -> room.id()).toList();
        return begun
                || before.state() != OccurrenceState.PLANNED
                || sameLines && before.wished().equals(rooms);
    }

    private static boolean sameHours(Schedule old, Schedule changed) {
        return old.start().toLocalTime().equals(changed.start().toLocalTime())
                && old.zone().equals(changed.zone())
                && old.duration().equals(changed.duration());
    }

    private static Set<LocalDate> days(Booking old, OccurrenceState state) {
        return old.occurrences().stream()
                .filter(occurrence -> occurrence.state() == state)
                .map(occurrence -> day(occurrence.recurrenceId(), old.schedule().zone()))
                .collect(Collectors.toSet());
    }

    private static Map<LocalDate, ReasonCode> leftOut(Booking old) {
        return old.skipped().stream()
                .collect(Collectors.toMap(
                        skipped -> day(skipped.time().start(), old.schedule().zone()),
                        Skipped::reason,
                        (one, other) -> one));
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }

    private static Occurrence calledOff(Proposal.Date date) {
        return new Occurrence(date.recurrenceId(), date.time(), List.of(), List.of(), OccurrenceState.CANCELLED);
    }

    private static List<Instant> lostPast(Booking old, List<Occurrence> kept, Instant now) {
        Set<Occurrence> staying = new HashSet<>(kept);
        return old.occurrences().stream()
                .filter(Occurrence::occupies)
                .filter(occurrence -> occurrence.time().start().isBefore(now) && !staying.contains(occurrence))
                .map(Occurrence::recurrenceId)
                .toList();
    }
}
