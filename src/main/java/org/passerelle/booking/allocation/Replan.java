package org.passerelle.booking.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Skipped;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;

/**
 * What a new schedule or other rooms mean for the dates that a booking has: which stay as they are and which must be
 * placed anew. A day that was called off or left out stays so, whatever its new hour; what was changed by hand on a date
 * stays as {@link HandChanges} tells, unless the wish is otherwise ({@link ByHand}); what has begun stays on record as it is, under its old name.
 *
 * @param kept dates that stay
 * @param moved dates to place
 * @param skipped days left out before, at their new time
 * @param before the dates that those take the place of which stay or are placed under a new name, by that name
 * @param byHand new names of the dates of which something was changed by hand
 * @param impossible dates that cannot be as they would have to
 * @param past days of the new rule whose date began on another day, before it could move there
 */
public record Replan(
        List<Occurrence> kept,
        List<Proposal.Date> moved,
        List<Skipped> skipped,
        Map<Instant, Occurrence> before,
        Set<Instant> byHand,
        List<Reason> impossible,
        Set<LocalDate> past) {

    /**
     * What is to be made of a booking.
     *
     * @param rooms wished for, one entry a unit
     * @param sameLines whether its conference uses up what it did; otherwise no date ahead stays as it is
     * @param byHand what becomes of changes to single dates
     */
    public record ReplanWish(List<Room> rooms, boolean sameLines, ByHand byHand) {}

    /** Compares {@code old} with the dates {@code plan} that its new schedule has by {@code change}. */
    public static Replan of(
            Booking old,
            ScheduleChange change,
            Plan.PlannedDates plan,
            ReplanWish wish,
            Directory directory,
            Instant now) {
        return new ReplanBooking(old, change, plan, wish, directory, now).replan();
    }

    /** The new schedule, in which no date is left to come that has been. */
    public Schedule without(Schedule changed) {
        if (past.isEmpty()) {
            return changed;
        }
        Set<LocalDate> all = new HashSet<>(changed.exclude());
        all.addAll(past);
        return changed.excluding(all);
    }

    /** How it ended in terms that whoever asked knows: a date that was changed by hand is called what it is called now. */
    public Placement told(Placement ending) {
        if (ending instanceof Placement.Refused refused) {
            return new Placement.Refused(refused.reasons().stream()
                    .map(reason -> reason.recurrenceId()
                            .map(this::nameOf)
                            .map(reason::on)
                            .orElse(reason))
                    .toList());
        }
        return ending instanceof Placement.Blocked blocked
                ? new Placement.Blocked(blocked.conflicts().stream()
                        .flatMap(conflict -> Stream.concat(
                                Stream.of(new Conflict(
                                        conflict.room(), conflict.taken(), nameOf(conflict.recurrenceId()))),
                                standingInTheWay(conflict)))
                        .distinct()
                        .toList())
                : ending;
    }

    private Instant nameOf(Instant date) {
        return Optional.ofNullable(before.get(date))
                .filter(was -> byHand.contains(date))
                .map(Occurrence::recurrenceId)
                .orElse(date);
    }

    /** The other side of {@code conflict}, if that is a date that stays where it was put by hand. */
    private Stream<Conflict> standingInTheWay(Conflict conflict) {
        return kept.stream()
                .filter(date -> byHand.contains(date.recurrenceId()) && date.occupies())
                .filter(date -> date.time().equals(conflict.taken()))
                .map(date -> new Conflict(conflict.room(), conflict.taken(), nameOf(date.recurrenceId())));
    }

    /** The dates that were booked of {@code placed}, standing in for what they stood in for before. */
    public List<Occurrence> settled(List<Occurrence> placed) {
        return placed.stream()
                .map(date -> Optional.ofNullable(before.get(date.recurrenceId()))
                        .map(date::standingInAs)
                        .orElse(date))
                .toList();
    }
}
