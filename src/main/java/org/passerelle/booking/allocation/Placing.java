package org.passerelle.booking.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Skipped;
import org.passerelle.booking.model.VideoNeeds;
import org.passerelle.booking.override.RuleOverride;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.policy.ConferenceEntry;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.policy.Substitutes;
import org.passerelle.booking.refusal.BookingDecision;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.springframework.stereotype.Component;

/**
 * Decides, then claims: the only way by which anything comes to occupy a room. The claim is one write. Only when it
 * collides is the cause looked up; then the booking is refused, or the dates concerned get other rooms or are left out,
 * or other units are tried. It never asks first whether a room is free.
 */
@Component
public class Placing {

    /** How often a write is tried when what it collided with is gone again, or was only one unit of several. */
    private static final int MOST_TRIES = 50;

    /** How many of these tries may go to other rooms; the rest is for leaving out the dates that found none. */
    private static final int MOST_SUBSTITUTING = 25;

    private final HourQuotas quotas;
    private final Allocator allocator;
    private final Collisions collisions;
    private final Substitutes substitutes;
    private final ConferenceEntry entry;
    private final CappedWrites capped;

    Placing(
            HourQuotas quotas,
            Allocator allocator,
            Collisions collisions,
            Substitutes substitutes,
            ConferenceEntry entry,
            CappedWrites capped) {
        this.quotas = quotas;
        this.allocator = allocator;
        this.collisions = collisions;
        this.substitutes = substitutes;
        this.entry = entry;
        this.capped = capped;
    }

    /** What all rules say, and whether the devices of the rooms get into the conference; what is free is not asked. */
    public BookingDecision decide(Proposal proposal) {
        BookingDecision decision = BookingPolicy.decide(proposal);
        List<Reason> shutOut = entry.objections(proposal.newToTheConference());
        if (shutOut.isEmpty()) {
            return decision;
        }
        Stream<Reason> others =
                decision instanceof BookingDecision.Refused refused ? refused.reasons().stream() : Stream.empty();
        return new BookingDecision.Refused(
                Stream.concat(others, shutOut.stream()).toList());
    }

    /** What the rules say of new text for dates that are booked already; of the conference only if that is another one. */
    public List<Reason> judgeContent(Proposal proposal, Content before) {
        List<Reason> reasons = BookingPolicy.judgeContent(proposal);
        boolean isSame = proposal.content().conference().equals(before.conference());
        return isSame
                ? reasons
                : Stream.concat(reasons.stream(), entry.objections(proposal).stream())
                        .toList();
    }

    /** Places the dates of {@code request} in the booking that {@code draft} makes of them, by {@code writing}. */
    public Placement place(Placement.Request request, Placement.Draft draft, Placement.Writing writing) {
        Proposal proposal = request.proposal();
        boolean isSubstituting = request.onConflict() == OnConflict.SUBSTITUTE;
        Substituting substituting = new Substituting(substitutes, proposal);
        List<Skipped> skipped = new ArrayList<>();
        Placement asked = new Placement.Blocked(List.of());
        Placement outcome = asked;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Try one = new Try(tries, proposal, List.copyOf(skipped), substituting);
            outcome = attempt(request, one, draft, writing);
            if (outcome instanceof Placement.Placed || outcome instanceof Placement.Overtaken) {
                return outcome;
            }
            if (isGone(outcome)) {
                continue;
            }
            asked = isGone(asked) && outcome instanceof Placement.Blocked ? outcome : asked;
            LeavingOut leavingOut = LeavingOut.because(outcome);
            if (isSubstituting && tries < MOST_SUBSTITUTING && outcome instanceof Placement.Blocked blocked) {
                Map<Instant, Proposal.Date> others = substituting.next(proposal, blocked.conflicts());
                proposal = proposal.with(others);
                leavingOut.spare(others.keySet());
                if (leavingOut.isNothing()) {
                    continue;
                }
            }
            if (request.onConflict() == OnConflict.REJECT || !leavingOut.helps(proposal)) {
                // What was tried in the place of the rooms that were asked for is of no interest to whoever asked.
                return isSubstituting && outcome instanceof Placement.Blocked ? asked : outcome;
            }
            skipped.addAll(leavingOut.skipped(proposal));
            proposal = leavingOut.from(proposal);
        }
        return isGone(outcome) ? new Placement.Blocked(everything(proposal)) : outcome;
    }

    /**
     * Gives dates of {@code edited} that stay in their rooms the lines that it needs now, and writes it. Nothing changes when
     * there are too few.
     *
     * @param staying those of its dates that get new lines
     */
    public Placement replaceLines(
            Booking edited, Predicate<Occurrence> staying, Directory directory, Placement.Writing writing) {
        List<Occurrence> own = edited.occurrences().stream().filter(staying).toList();
        List<Occurrence> dates = Stream.concat(own.stream(), own.stream().flatMap(date -> date.asked().stream()))
                .toList();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Allocation allocation = allocator.allocateLines(
                    dates,
                    date -> VideoNeeds.ways(edited.content(), rooms(date, directory), directory),
                    date -> ServiceUnits.among(date.lines(), directory).toList(),
                    edited.id(),
                    Allocator.Taste.ofTry(tries));
            if (!allocation.isComplete()) {
                return new Placement.Blocked(allocation.shortages());
            }
            Booking lined = edited.withOccurrences(Stream.concat(
                            edited.occurrences().stream().filter(staying.negate()),
                            lined(own, allocation.occurrences()))
                    .toList());
            if (lined.claims().length > Claims.MOST) {
                return new Placement.Refused(List.of(tooMany(lined)));
            }
            Bookings.Write write = writing.apply(lined);
            if (write != Bookings.Write.COLLIDES) {
                return Placement.after(write, lined);
            }
        }
        return new Placement.Blocked(dates.stream()
                .flatMap(
                        date -> date.rooms().stream().map(room -> new Conflict(room, date.time(), date.recurrenceId())))
                .toList());
    }

    /** The first of {@code lined} are {@code dates} as they are then; the others are what is asked for in the place of some. */
    private static Stream<Occurrence> lined(List<Occurrence> dates, List<Occurrence> lined) {
        Map<Instant, Occurrence> asked = lined.subList(dates.size(), lined.size()).stream()
                .collect(Collectors.toMap(Occurrence::recurrenceId, Function.identity()));
        return lined.subList(0, dates.size()).stream()
                .map(date -> Optional.ofNullable(asked.get(date.recurrenceId()))
                        .flatMap(wanted -> date.openRequest().map(move -> date.asking(wanted, move.asked())))
                        .orElse(date));
    }

    private static List<Room> rooms(Occurrence date, Directory directory) {
        return date.rooms().stream()
                .flatMap(room -> directory.room(room).stream())
                .toList();
    }

    private static boolean isGone(Placement outcome) {
        return outcome instanceof Placement.Blocked blocked
                && blocked.conflicts().isEmpty();
    }

    /** One try: how many went before, and what is still proposed after changing or leaving out what did not work. */
    private record Try(int number, Proposal proposal, List<Skipped> skipped, Substituting substituting) {}

    private Placement attempt(Placement.Request request, Try one, Placement.Draft draft, Placement.Writing writing) {
        Proposal proposal = one.proposal();
        BookingDecision decision = decide(proposal);
        if (decision instanceof BookingDecision.Refused refused) {
            return new Placement.Refused(refused.reasons());
        }
        Placement.StandingDates standing = request.standing();
        Allocation allocation =
                allocator.allocate(proposal, standing, quotas.of(request), Allocator.Taste.ofTry(one.number()));
        if (!allocation.overQuota().isEmpty()) {
            return new Placement.Refused(allocation.overQuota());
        }
        List<Conflict> known = Stream.concat(
                        allocation.shortages().stream(), Collisions.within(allocation.occurrences(), standing).stream())
                .toList();
        if (!known.isEmpty()) {
            return new Placement.Blocked(known);
        }
        List<Conflict> goingOn = collisions.goingOnDuringSetUp(allocation.occurrences(), standing.own());
        if (!goingOn.isEmpty()) {
            return new Placement.Blocked(goingOn);
        }
        BookingState allowed =
                decision instanceof BookingDecision.NeedsApproval ? BookingState.REQUESTED : BookingState.CONFIRMED;
        List<Occurrence> all = Stream.concat(
                        standing.kept().stream(),
                        allocation.occurrences().stream().map(one.substituting()::marked))
                .toList();
        Booking booking = recorded(draft.with(new Booking.Dates(all, one.skipped()), allowed), proposal);
        if (booking.claims().length > Claims.MOST) {
            return new Placement.Refused(List.of(tooMany(booking)));
        }
        CappedWrites.Outcome outcome = capped.write(booking, request, Allocator.Taste.ofTry(one.number()), writing);
        if (outcome instanceof CappedWrites.Outcome.Exceeded exceeded) {
            return new Placement.Refused(List.of(exceeded.reason()));
        }
        CappedWrites.Outcome.Tried tried = (CappedWrites.Outcome.Tried) outcome;
        return written(tried.write(), tried.booking(), allocation, request);
    }

    /** With a note of the rules that are set aside for it now. */
    private static Booking recorded(Booking booking, Proposal proposal) {
        List<RuleOverride> set =
                proposal.terms().override().recorded(BookingPolicy.overridden(proposal), proposal.now());
        return set.isEmpty() ? booking : booking.withStatus(booking.status().overriding(set));
    }

    private Placement written(Bookings.Write write, Booking booking, Allocation allocation, Placement.Request request) {
        return switch (write) {
            case WRITTEN -> new Placement.Placed(booking);
            case EXISTS, STALE -> new Placement.Overtaken(write);
            case COLLIDES ->
                new Placement.Blocked(collisions.with(
                        allocation.occurrences(),
                        countable(request.proposal()),
                        request.standing().own()));
            case TOO_LARGE -> Placement.tooLarge();
        };
    }

    private static Set<RoomId> countable(Proposal proposal) {
        return proposal.rooms().stream().filter(Room::isCountable).map(Room::id).collect(Collectors.toSet());
    }

    private static Reason tooMany(Booking booking) {
        int dates = booking.occurrences().size();
        long fit = Math.max(1, (long) dates * Claims.MOST / booking.claims().length);
        var last = booking.occurrences().get((int) fit - 1).recurrenceId();
        return Reason.of(
                ReasonCode.TOO_MANY_OCCURRENCES,
                Long.toString(fit),
                last.atZone(booking.schedule().zone()).toLocalDate().toString());
    }

    /** Somebody was faster each time; then all that was asked for counts as taken. */
    private static List<Conflict> everything(Proposal proposal) {
        return proposal.dates().stream()
                .flatMap(date ->
                        date.rooms().stream().map(room -> new Conflict(room.id(), date.time(), date.recurrenceId())))
                .toList();
    }
}
