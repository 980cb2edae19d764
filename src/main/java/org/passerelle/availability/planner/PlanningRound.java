package org.passerelle.availability.planner;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.availability.query.MeetingTimeQuery.DayHours;
import org.passerelle.availability.query.MeetingTimeQuery.Order;
import org.passerelle.availability.query.MeetingTimes.CommonSlot;
import org.passerelle.time.Slots;

/** All searches for a meeting of one length; what one of them has worked out serves the others. For one thread. */
final class PlanningRound {

    private static final long LONGEST_LOOK = MeetingTimeQuery.LONGEST_WINDOW.dividedBy(Slots.LENGTH);

    private final MeetingTimeQuery query;
    private final Duration length;
    private final List<PartyRooms> parties;
    private final Search.Range window;
    private final RoomStarts rooms;
    private final Optional<PlannedSeries> series;

    private final boolean sameKind;

    /** @param length of the meeting, which need not be the one that was asked for */
    PlanningRound(PlanningQuestion question, Duration length) {
        this(question, length, Set.of());
    }

    /** @param freed positions of the parties that may meet in rooms of any kind; then all others may be of different kinds too */
    PlanningRound(PlanningQuestion question, Duration length, Set<Integer> freed) {
        this.query = question.query();
        this.sameKind = query.taste().sameKind() && freed.isEmpty();
        this.length = length;
        this.parties = new SuitableRooms(
                        question.directory(), query.seeker(), question.limits(), length, question.now())
                .of(query, freed);
        this.window = new Search.Range(
                SuitableRooms.slotFrom(query.window().start()),
                Slots.containing(query.window().end().minus(length)));
        Chunks chunks = Chunks.between(window.first(), window.last(), mostHeld());
        this.rooms = new RoomStarts(question.freeTimes(), length, chunks, question.budget());
        this.series = query.recurrence()
                .map(rule -> new PlannedSeries(rule, parties.get(0).site().zone(), question.budget()));
    }

    private long mostHeld() {
        return places().mapToLong(Bookable::held).max().orElse(1);
    }

    private Stream<Bookable> places() {
        return parties.stream().flatMap(party -> party.options().stream()).map(PartyOption::place);
    }

    List<PartyRooms> parties() {
        return parties;
    }

    /** What was asked for. */
    List<CommonSlot> asAsked(Order order, int limit) {
        return slots(parties, query.taste().dayHours(), window, order, limit);
    }

    /** The first slot of the window at any hour at which rooms are open. */
    Optional<CommonSlot> atAnyHour() {
        return first(parties, Optional.empty(), window);
    }

    /** The first slot after the window, at most as far ahead as windows are long. */
    Optional<CommonSlot> later() {
        Search.Range after = inReach(new Search.Range(Math.max(window.last() + 1, window.first()), Long.MAX_VALUE));
        long last = Math.min(after.last(), after.first() + LONGEST_LOOK);
        return first(parties, query.taste().dayHours(), new Search.Range(after.first(), last));
    }

    /** The first slot of the window for all but the party at {@code position}. */
    Optional<CommonSlot> without(int position) {
        List<PartyRooms> others =
                parties.stream().filter(party -> party.position() != position).toList();
        return first(others, query.taste().dayHours(), window);
    }

    private Optional<CommonSlot> first(List<PartyRooms> who, Optional<DayHours> hours, Search.Range range) {
        return slots(who, hours, range, Order.START, 1).stream().findFirst();
    }

    private List<CommonSlot> slots(
            List<PartyRooms> who, Optional<DayHours> hours, Search.Range range, Order order, int limit) {
        if (who.stream().anyMatch(party -> party.options().isEmpty())) {
            return List.of();
        }
        var terms = new SlotGathering.Terms(hours, sameKind, series);
        return new Search(
                        new SlotGathering(rooms, who, terms),
                        range,
                        length,
                        query.taste().step())
                .slots(order, limit);
    }

    /** What nobody can book is not looked at: the past, and what is beyond all horizons. */
    private Search.Range inReach(Search.Range range) {
        long first = places().mapToLong(Bookable::earliest).min().orElse(range.first());
        long last = places().mapToLong(Bookable::latest).max().orElse(range.last());
        return new Search.Range(Math.max(first, range.first()), Math.min(last, range.last()));
    }
}
