package org.passerelle.booking.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.decision.Cancellation;
import org.passerelle.booking.decision.RequestDecision;
import org.passerelle.booking.decision.RequestDecision.DecisionState;
import org.passerelle.booking.decision.RequestQuestion;
import org.passerelle.booking.decision.RequestQuestion.RequestAnswer;
import org.passerelle.booking.model.Occurrence.RequestedMove;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/**
 * One agreement to use rooms: single or recurring, of one room or many, at one site or several. Immutable; whatever it
 * occupies is in its occurrences and nowhere else.
 *
 * @param rooms what was asked for, in that order; an occurrence may hold others
 * @param dates every date it has, the cancelled ones included, and those of its rule that it never had
 */
public record Booking(
        Identity identity,
        Owner owner,
        Content content,
        Schedule schedule,
        List<RoomId> rooms,
        Dates dates,
        Status status) {

    /**
     * The dates of a booking, kept and left out.
     *
     * @param reacquire whether what was taken is to be won back once it is free
     */
    public record Dates(List<Occurrence> occurrences, List<Skipped> skipped, boolean reacquire) {

        public Dates {
            occurrences = occurrences.stream().sorted(Occurrence.BY_START).toList();
            skipped = skipped.stream().sorted(Skipped.BY_START).toList();
        }

        /** What was taken is to be won back. */
        public Dates(List<Occurrence> occurrences, List<Skipped> skipped) {
            this(occurrences, skipped, true);
        }

        /** The same dates, that one not among those that were left out. */
        public Dates withoutLeftOut(Instant recurrenceId) {
            return new Dates(
                    occurrences,
                    skipped.stream()
                            .filter(each -> !each.time().start().equals(recurrenceId))
                            .toList(),
                    reacquire);
        }

        public Dates reacquiring(boolean wished) {
            return new Dates(occurrences, skipped, wished);
        }
    }

    public Booking {
        rooms = List.copyOf(rooms);
    }

    public BookingId id() {
        return identity.id();
    }

    public CalendarUid uid() {
        return identity.uid();
    }

    public BookingState state() {
        return status.state();
    }

    public long version() {
        return status.version();
    }

    public List<Occurrence> occurrences() {
        return dates.occurrences();
    }

    public List<Skipped> skipped() {
        return dates.skipped();
    }

    /** Whether it was called off, declined or let lapse, so that it holds nothing any more. */
    public boolean isVoid() {
        return state().isVoid();
    }

    /** Whether it holds its rooms at {@code now}: neither {@link #isVoid void} nor a hold that has lapsed. */
    public boolean isLive(Instant now) {
        return !isVoid() && !status.hasLapsed(now);
    }

    public Optional<Occurrence> occurrence(Instant recurrenceId) {
        return occurrences().stream()
                .filter(each -> each.recurrenceId().equals(recurrenceId))
                .findFirst();
    }

    /** The date of its rule that starts at {@code recurrenceId} and was left out. */
    public Optional<Skipped> leftOut(Instant recurrenceId) {
        return skipped().stream()
                .filter(each -> each.time().start().equals(recurrenceId))
                .findFirst();
    }

    /** As {@link #occurrence}; a date that was left out is like one that was called off. */
    public Optional<Occurrence> occurrenceOrLeftOut(Instant recurrenceId) {
        return leftOut(recurrenceId)
                .map(left -> Occurrence.calledOff(recurrenceId, left.time()))
                .or(() -> occurrence(recurrenceId));
    }

    /** The dates that hold rooms; none of a booking that is {@link #isVoid void}. */
    public Stream<Occurrence> occupying() {
        return isVoid() ? Stream.empty() : occurrences().stream().filter(Occurrence::occupies);
    }

    /** The dates in the place of which something else is asked for; none of a booking that is {@link #isVoid void}. */
    public Stream<Occurrence> asking() {
        return isVoid()
                ? Stream.empty()
                : occurrences().stream().filter(date -> date.openRequest().isPresent());
    }

    /** When what waits for somebody's decision was last asked for, all of it or in the place of a date; empty if nothing does. */
    public Optional<Instant> askedAt() {
        return state() == BookingState.REQUESTED
                ? Optional.of(status.shifted())
                : asking().flatMap(date -> date.openRequest().stream())
                        .map(RequestedMove::asked)
                        .max(Instant::compareTo);
    }

    /**
     * What is to be won back: dates that begin after {@code now} and were left out, or have another room, because a room
     * was taken. None unless the booking is alive and its organiser wishes it.
     */
    public List<MissedDate> missed(Instant now) {
        if (!dates.reacquire() || !isLive(now)) {
            return List.of();
        }
        Stream<MissedDate> leftOut = skipped().stream()
                .filter(date -> date.reason() == ReasonCode.ROOM_OCCUPIED)
                .map(date -> new MissedDate(date.time().start(), date.time(), rooms));
        Stream<MissedDate> elsewhere = occurrences().stream()
                .filter(date -> date.state() == OccurrenceState.PLANNED
                        && date.outcome() == DateOutcome.SUBSTITUTED
                        && date.openRequest().isEmpty())
                .map(date -> new MissedDate(date.recurrenceId(), date.time(), date.wished()));
        return Stream.concat(leftOut, elsewhere)
                .filter(date -> date.time().start().isAfter(now))
                .toList();
    }

    /** Whether it lacks rooms that it would win back, also on dates that are over. */
    public boolean missesRooms() {
        return !missed(Instant.MIN).isEmpty();
    }

    /**
     * Whether {@code date}, one of its own, was given another time or other rooms since it was booked: alone, or with all the
     * others. That it went on by itself is no change, nor that a room stands in for another.
     */
    public boolean wasChanged(Occurrence date) {
        if (!schedule.recurs()) {
            return status.sequence() > 0 && date.agreedEnd().isEmpty();
        }
        Interval agreed = Interval.of(
                date.time().start(), date.agreedEnd().orElse(date.time().end()));
        return status.replanned().isPresent()
                || !agreed.start().equals(date.recurrenceId())
                || !schedule.length()
                        .startingAt(agreed.start(), schedule.zone())
                        .equals(agreed)
                || !Set.copyOf(date.wished()).equals(Set.copyOf(rooms));
    }

    /**
     * The booking as {@code before} was changed to be; notes it if dates ahead that had been booked are now at another time or
     * in other rooms. That there are more dates, or fewer, changes none of the others.
     */
    public Booking replannedFrom(Booking before, Instant now) {
        Set<Object> were = before.agreed(now);
        Set<Object> are = agreed(now);
        return are.containsAll(were) || were.containsAll(are) ? this : withStatus(status.replanned(now));
    }

    /** Time and rooms of each date ahead, as they were wished. */
    private Set<Object> agreed(Instant now) {
        return occupying()
                .filter(date -> date.time().end().isAfter(now))
                .map(date -> List.of(date.time(), Set.copyOf(date.wished())))
                .collect(Collectors.toSet());
    }

    /** All claims of the booking, sorted; none once it is {@link #isVoid void}. */
    public long[] claims() {
        return Claims.of(isVoid() ? List.of() : occurrences(), status.claims());
    }

    public Booking withDates(Dates changed) {
        return new Booking(identity, owner, content, schedule, rooms, changed, status);
    }

    public Booking withOccurrences(List<Occurrence> changed) {
        return withDates(new Dates(changed, dates.skipped(), dates.reacquire()));
    }

    /** The same booking, {@code changed} in the place of {@code old}. */
    public Booking with(Occurrence old, Occurrence changed) {
        return withOccurrences(occurrences().stream()
                .map(each -> each.equals(old) ? changed : each)
                .toList());
    }

    public Booking withStatus(Status changed) {
        return new Booking(identity, owner, content, schedule, rooms, dates, changed);
    }

    public Booking withOwner(Owner changed) {
        return new Booking(identity, changed, content, schedule, rooms, dates, status);
    }

    public Booking withContent(Content changed) {
        return new Booking(identity, owner, changed, schedule, rooms, dates, status);
    }

    /** The same under another name, as what is cut off a series has. */
    public Booking named(Identity changed) {
        return new Booking(changed, owner, content, schedule, rooms, dates, status);
    }

    public Booking withSchedule(Schedule changed) {
        return new Booking(identity, owner, content, changed, rooms, dates, status);
    }

    /** The booking called off at {@code now}: its dates that are not over yet are cancelled, and it holds nothing any more. */
    public Booking cancelled(Instant now) {
        return cancelled(now, Optional.empty());
    }

    /** As {@link #cancelled(Instant)}; {@code by} whom if that is worth a note. */
    public Booking cancelled(Instant now, Optional<Cancellation> by) {
        return freed(now, by, status.rescheduled(now).becoming(BookingState.CANCELLED, now));
    }

    /** The booking once {@code decision} was made on what is asked for in the place of {@code dates}, by their recurrence ids. */
    public Booking decidedOn(Set<Instant> dates, RequestDecision decision) {
        boolean isGranted = decision.state() == DecisionState.APPROVED;
        return withOccurrences(occurrences().stream()
                        .map(date -> dates.contains(date.recurrenceId()) ? date.decided(decision) : date)
                        .toList())
                .withStatus(isGranted ? status.rescheduled(decision.at()) : status.edited(decision.at()));
    }

    /** The request as {@code decision} leaves it: firm, or declined, and then it holds nothing any more. */
    public Booking decided(RequestDecision decision) {
        return decision.state() == DecisionState.APPROVED
                ? withStatus(status.decided(decision))
                : freed(
                        decision.at(),
                        Optional.empty(),
                        status.rescheduled(decision.at()).decided(decision));
    }

    /** The request once {@code question} was asked about it. */
    public Booking asked(RequestQuestion question) {
        return withStatus(status.discussed(status.request().asked(question), question.at()));
    }

    /** The request once its last question was answered. */
    public Booking answered(RequestAnswer answer) {
        return withStatus(status.discussed(status.request().answered(answer), answer.at()));
    }

    private Booking freed(Instant now, Optional<Cancellation> by, Status ended) {
        List<Occurrence> freed = occurrences().stream()
                .map(each -> each.isAhead(now) ? each.calledOff(by) : each.withoutOpenRequest())
                .toList();
        return withOccurrences(freed).withStatus(ended);
    }
}
