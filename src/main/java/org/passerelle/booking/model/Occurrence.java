package org.passerelle.booking.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.decision.Cancellation;
import org.passerelle.booking.decision.RequestDecision;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * One date of a booking. A single booking has one.
 *
 * @param recurrenceId the start the rule gave it, which names it for ever even when it moves (RFC 5545 section 3.8.4.4)
 * @param time when people meet, without buffers
 * @param places the rooms it holds; empty once it holds none
 * @param lines what its conference uses up of lines, uplinks and ports
 * @param quotaClaims quarter-hours of the organisation's weekly allowance it uses, as claims
 * @param agreedEnd when it was to end, if it went on past that by itself because somebody was still there
 * @param cancellation who called it off and why, if that was not its organiser
 * @param requested what was last asked for in its place, if that needs somebody's agreement
 */
public record Occurrence(
        Instant recurrenceId,
        Interval time,
        List<Place> places,
        List<Stretch> lines,
        List<Long> quotaClaims,
        OccurrenceState state,
        Optional<Instant> agreedEnd,
        Optional<Cancellation> cancellation,
        Optional<RequestedMove> requested) {

    public static final Comparator<Occurrence> BY_START = Comparator.comparing(
                    (Occurrence occurrence) -> occurrence.time().start())
            .thenComparing(Occurrence::recurrenceId);

    public Occurrence {
        places = List.copyOf(places);
        lines = List.copyOf(lines);
        quotaClaims = List.copyOf(quotaClaims);
    }

    /** A date that nobody but its organiser has called off, if anybody has. */
    public Occurrence(
            Instant recurrenceId,
            Interval time,
            List<Place> places,
            List<Stretch> lines,
            List<Long> quotaClaims,
            OccurrenceState state,
            Optional<Instant> agreedEnd) {
        this(recurrenceId, time, places, lines, quotaClaims, state, agreedEnd, Optional.empty(), Optional.empty());
    }

    /** A date that ends as agreed. */
    public Occurrence(
            Instant recurrenceId,
            Interval time,
            List<Place> places,
            List<Stretch> lines,
            List<Long> quotaClaims,
            OccurrenceState state) {
        this(recurrenceId, time, places, lines, quotaClaims, state, Optional.empty());
    }

    /** A date that ends as agreed and uses up no lines. */
    public Occurrence(
            Instant recurrenceId, Interval time, List<Place> places, List<Long> quotaClaims, OccurrenceState state) {
        this(recurrenceId, time, places, List.of(), quotaClaims, state);
    }

    public List<RoomId> rooms() {
        return places.stream().map(Place::room).toList();
    }

    /** The rooms, or those of its series if it never had any. */
    public List<RoomId> roomsOr(List<RoomId> series) {
        return places.isEmpty() ? series : rooms();
    }

    /** What is asked for in its place and is not decided on yet. */
    public Optional<RequestedMove> openRequest() {
        return requested.filter(RequestedMove::isOpen);
    }

    /** The rooms that were asked for, in the order of {@link #places()}. */
    public List<RoomId> wished() {
        return places.stream().map(Place::wished).toList();
    }

    public DateOutcome outcome() {
        return places.stream().anyMatch(place -> place.insteadOf().isPresent())
                ? DateOutcome.SUBSTITUTED
                : DateOutcome.KEPT;
    }

    /** The same date, its rooms standing in for what they stood in for on {@code before}. */
    public Occurrence standingInAs(Occurrence before) {
        Map<RoomId, RoomId> wished =
                before.places().stream().collect(Collectors.toMap(Place::room, Place::wished, (one, other) -> one));
        return withTime(
                time,
                places.stream()
                        .map(place -> place.standingInFor(wished.getOrDefault(place.wished(), place.wished())))
                        .toList());
    }

    /** A date of a rule that never had rooms, called off. */
    public static Occurrence calledOff(Instant recurrenceId, Interval time) {
        return new Occurrence(recurrenceId, time, List.of(), List.of(), OccurrenceState.CANCELLED);
    }

    /** What it holds of rooms, buffers included, and of what its conference uses up; whatever its state. */
    public Stream<Stretch> stretches() {
        return Stream.concat(places.stream().flatMap(Place::stretches), lines.stream());
    }

    /** Whether it has begun by {@code now}. */
    public boolean hasBegun(Instant now) {
        return time.start().isBefore(now);
    }

    public boolean occupies() {
        return state.occupies();
    }

    /** Whether it can still be called off at {@code now}: planned or under way, and not over. */
    public boolean isAhead(Instant now) {
        boolean takesPlace = state == OccurrenceState.PLANNED || state == OccurrenceState.CHECKED_IN;
        return takesPlace && time.end().isAfter(now);
    }

    /** The same date in another state; places are kept as a record of what was held. */
    public Occurrence in(OccurrenceState changed) {
        return in(changed, Optional.empty());
    }

    /** The same date called off; {@code by} whom if that is worth a note. */
    public Occurrence calledOff(Optional<Cancellation> by) {
        return in(OccurrenceState.CANCELLED, by);
    }

    private Occurrence in(OccurrenceState changed, Optional<Cancellation> by) {
        boolean takesPlace = changed == OccurrenceState.PLANNED || changed == OccurrenceState.CHECKED_IN;
        return new Occurrence(
                recurrenceId,
                time,
                places,
                lines,
                quotaClaims,
                changed,
                agreedEnd,
                by,
                requested.filter(move -> takesPlace || !move.isOpen()));
    }

    /** The same date, by the start that another rule gives it. */
    public Occurrence named(Instant changed) {
        return new Occurrence(changed, time, places, lines, quotaClaims, state, agreedEnd, cancellation, requested);
    }

    public Occurrence withLines(List<Stretch> changed) {
        return new Occurrence(
                recurrenceId, time, places, changed, quotaClaims, state, agreedEnd, cancellation, requested);
    }

    /** The same date, which uses other claims of allowances. */
    public Occurrence counting(List<Long> claims) {
        return new Occurrence(recurrenceId, time, places, lines, claims, state, agreedEnd, cancellation, requested);
    }

    public Occurrence withTime(Interval changed, List<Place> changedPlaces) {
        return new Occurrence(
                recurrenceId, changed, changedPlaces, lines, quotaClaims, state, agreedEnd, cancellation, requested);
    }

    /** The same date, which went on by itself past the end that was agreed. */
    public Occurrence beyond(Instant agreed) {
        return new Occurrence(
                recurrenceId, time, places, lines, quotaClaims, state, Optional.of(agreed), cancellation, requested);
    }

    /** The same date, over at {@code until}, which is before its end; what it used of an allowance it has used. */
    public Occurrence shortened(Instant until) {
        Duration cut = Duration.between(until, time.end());
        Interval left = Interval.of(time.start(), until);
        List<Place> shorter = places.stream()
                .map(place -> place.until(
                        left,
                        Interval.of(
                                place.occupied().start(), place.occupied().end().minus(cut))))
                .toList();
        long end = Slots.endExclusive(left);
        List<Stretch> kept = lines.stream()
                .filter(line -> line.firstSlot() < end)
                .map(line -> new Stretch(line.number(), line.firstSlot(), Math.min(end, line.endSlot())))
                .toList();
        return withTime(left, shorter).withLines(kept);
    }

    /** The same date, in the place of which {@code wanted} is asked for at {@code now}; no longer what was before. */
    public Occurrence asking(Occurrence wanted, Instant now) {
        return requesting(Optional.of(new RequestedMove(
                wanted.time, wanted.places, wanted.lines, wanted.quotaClaims, now, Optional.empty())));
    }

    /** The same date as it would be at {@link #openRequest()}, if there is one. */
    public Optional<Occurrence> asked() {
        return openRequest().map(move -> {
            // Who has come to a date that goes on longer is there; to one at another time nobody is.
            boolean isThere =
                    state == OccurrenceState.CHECKED_IN && move.time().start().equals(time.start());
            return new Occurrence(
                    recurrenceId,
                    move.time(),
                    move.places(),
                    move.lines(),
                    move.quotaClaims(),
                    isThere ? state : OccurrenceState.PLANNED);
        });
    }

    /** The same date once {@code made} was decided on {@link #openRequest()}: as was asked, or as it was. */
    public Occurrence decided(RequestDecision made) {
        Optional<RequestedMove> ended = openRequest().map(move -> move.ended(made));
        boolean isGranted = made.state() == RequestDecision.DecisionState.APPROVED;
        return ended.isEmpty() ? this : (isGranted ? asked().orElse(this) : this).requesting(ended);
    }

    /** The same date, for which nothing is asked any more. */
    public Occurrence withoutOpenRequest() {
        return openRequest().isEmpty() ? this : requesting(Optional.empty());
    }

    private Occurrence requesting(Optional<RequestedMove> changed) {
        return new Occurrence(recurrenceId, time, places, lines, quotaClaims, state, agreedEnd, cancellation, changed);
    }

    /**
     * Another time or other rooms, asked for in the place of what a date has. While it is open it holds its places beside those
     * of the date; once it is decided on they are a record of what was asked.
     *
     * @param time when people would meet, without buffers
     * @param places the rooms, those included that the date would keep
     * @param lines as of the date; none once it is decided on, like
     * @param quotaClaims which are as of the date, too
     * @param asked when that was
     * @param decision how it ended; empty while it is open
     */
    public record RequestedMove(
            Interval time,
            List<Place> places,
            List<Stretch> lines,
            List<Long> quotaClaims,
            Instant asked,
            Optional<RequestDecision> decision) {

        public RequestedMove {
            places = List.copyOf(places);
            lines = List.copyOf(lines);
            quotaClaims = List.copyOf(quotaClaims);
        }

        /** Whether it waits for a decision. */
        public boolean isOpen() {
            return decision.isEmpty();
        }

        public List<RoomId> rooms() {
            return places.stream().map(Place::room).toList();
        }

        RequestedMove ended(RequestDecision made) {
            return new RequestedMove(time, places, List.of(), List.of(), asked, Optional.of(made));
        }
    }
}
