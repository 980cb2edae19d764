package org.passerelle.booking.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Skipped;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/** Works out one {@link Replan}. */
final class ReplanBooking {

    private final Booking old;
    private final Plan.PlannedDates plan;
    private final Replan.ReplanWish wish;
    private final Instant now;
    private final HandChanges hand;
    private final List<RoomId> rooms;
    private final boolean hasBegun;
    private final boolean isKept;

    private final Map<Instant, Occurrence> byName;
    private final Map<LocalDate, Occurrence> byDay = new HashMap<>();
    private final Set<Instant> names;
    private final Map<LocalDate, Skipped> leftOut = new HashMap<>();

    private final List<Occurrence> kept = new ArrayList<>();
    private final List<Proposal.Date> moved = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final Map<Instant, Occurrence> before = new HashMap<>();
    private final Set<Instant> byHand = new HashSet<>();
    private final List<Reason> impossible = new ArrayList<>();
    private final Set<LocalDate> past = new HashSet<>();

    ReplanBooking(
            Booking old,
            ScheduleChange change,
            Plan.PlannedDates plan,
            Replan.ReplanWish wish,
            Directory directory,
            Instant now) {
        this.old = old;
        this.plan = plan;
        this.wish = wish;
        this.now = now;
        this.hand = new HandChanges(old, change.before(), directory);
        this.rooms = wish.rooms().stream().map(Room::id).toList();
        this.hasBegun = old.occurrences().stream().anyMatch(date -> date.hasBegun(now));
        this.isKept = wish.byHand().kept();
        this.byName = old.occurrences().stream()
                .filter(date -> !isStaying(date))
                .collect(Collectors.toMap(Occurrence::recurrenceId, Function.identity()));
        this.names = plan.dates().stream().map(Proposal.Date::recurrenceId).collect(Collectors.toSet());
        DayShift shift = change.shift();
        old.occurrences().stream()
                .filter(date -> !isStaying(date))
                .forEach(date -> byDay.putIfAbsent(shift.of(oldDay(date.recurrenceId())), date));
        old.skipped()
                .forEach(date -> leftOut.putIfAbsent(shift.of(oldDay(date.time().start())), date));
    }

    private boolean isStaying(Occurrence date) {
        return wish.byHand().staying().contains(date.recurrenceId());
    }

    private LocalDate oldDay(Instant moment) {
        return LocalDate.ofInstant(moment, old.schedule().zone());
    }

    Replan replan() {
        Set<Occurrence> replaced = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Proposal.Date date : plan.dates()) {
            LocalDate day =
                    LocalDate.ofInstant(date.recurrenceId(), plan.schedule().zone());
            Optional<Occurrence> was = before(date, day).filter(replaced::add);
            if (was.isPresent()) {
                takePlace(was.get(), date);
                noteIfItHasBeen(was.get(), date, day);
            } else if (!wish.byHand().retried() && leftOut.containsKey(day)) {
                skipped.add(stillLeftOut(leftOut.get(day), date));
            } else if (!isOver(date)) {
                moved.add(date);
            }
        }
        old.occurrences().stream()
                .filter(date -> !replaced.contains(date))
                .filter(date -> (isStaying(date) || date.hasBegun(now)) && date.state() != OccurrenceState.CANCELLED)
                .forEach(kept::add);
        return new Replan(kept, moved, skipped, before, byHand, impossible, past);
    }

    /** What {@code date} takes the place of: the date of its name, or that of its day unless another has the name of that. */
    private Optional<Occurrence> before(Proposal.Date date, LocalDate day) {
        return Optional.ofNullable(byName.get(date.recurrenceId()))
                .or(() -> Optional.ofNullable(byDay.get(day)).filter(other -> !names.contains(other.recurrenceId())));
    }

    /** Or the next change, which no longer knows that the days shifted, would give the series one date more. */
    private void noteIfItHasBeen(Occurrence was, Proposal.Date date, LocalDate day) {
        boolean isAnotherDay = !oldDay(was.recurrenceId()).equals(day);
        if (was.hasBegun(now) && isAnotherDay && !isOver(date)) {
            past.add(day);
        }
    }

    private boolean isOver(Proposal.Date date) {
        return hasBegun && date.time().start().isBefore(now);
    }

    private void takePlace(Occurrence was, Proposal.Date date) {
        boolean isCalledOff = was.state() == OccurrenceState.CANCELLED;
        if (was.hasBegun(now) || was.state() != OccurrenceState.PLANNED && !isCalledOff) {
            kept.add(was);
        } else if (isCalledOff && !isKept) {
            if (!isOver(date)) {
                moved.add(date);
            }
        } else if (isCalledOff) {
            kept.add(
                    was.recurrenceId().equals(date.recurrenceId())
                            ? was
                            : Occurrence.calledOff(date.recurrenceId(), date.time()));
        } else {
            goAlong(was, date);
        }
    }

    private void goAlong(Occurrence was, Proposal.Date date) {
        Interval time = isKept ? hand.time(was, date.time(), plan.schedule()) : date.time();
        List<RoomId> wished = isKept ? hand.rooms(was, rooms) : rooms;
        if (isKept && hand.isAny(was)) {
            byHand.add(date.recurrenceId());
        }
        before.put(date.recurrenceId(), was);
        if (time.equals(was.time()) && wished.equals(was.wished()) && wish.sameLines()) {
            kept.add(was.named(date.recurrenceId()));
            return;
        }
        List<RoomId> settled = HandChanges.settled(was, wished, time);
        List<Room> known = hand.known(settled);
        if (settled.isEmpty()) {
            impossible.add(Reason.of(
                            ReasonCode.NOT_ALLOWED,
                            "no-room-left",
                            oldDay(was.recurrenceId()).toString())
                    .on(was.recurrenceId()));
        } else if (known.size() < settled.size()) {
            settled.stream()
                    .filter(room -> known.stream().noneMatch(each -> each.id().equals(room)))
                    .forEach(room -> impossible.add(
                            Reason.of(ReasonCode.UNKNOWN_ROOM, room).on(was.recurrenceId())));
        } else {
            moved.add(new Proposal.Date(
                    date.recurrenceId(), time, known, Optional.of(Proposal.HeldDate.of(was, old.content()))));
        }
    }

    /** At its new time, unless that it was left out is history. */
    private Skipped stillLeftOut(Skipped before, Proposal.Date date) {
        return before.time().start().isBefore(now) ? before : new Skipped(date.time(), before.reason());
    }
}
