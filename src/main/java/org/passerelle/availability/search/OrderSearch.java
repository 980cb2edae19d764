package org.passerelle.availability.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.availability.query.FoundRooms.NearMiss;
import org.passerelle.availability.query.NearMissChange;
import org.passerelle.availability.query.RoomQuery;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/** Looks for what comes close to an order of which rooms are taken: other rooms, or another hour. For one thread. */
public final class OrderSearch {

    private static final int MOST = 5;
    private static final int MOST_OF_A_KIND = 2;
    private static final int MOST_LOOKS = 50_000;

    private static final int COST_OF_LIKE_ROOM = 10;

    private final BookingOrder order;
    private final List<Interval> times;
    private final List<TableEntry> rooms;
    private final Function<RoomQuery, SearchQuestion> asking;
    private final Effort effort;
    private final VideoSupply video;
    private final Acceptance acceptance;
    private final Options options;

    private OrderSearch(
            BookingOrder order,
            List<Interval> times,
            List<TableEntry> rooms,
            Function<RoomQuery, SearchQuestion> asking,
            Acceptance acceptance) {
        this.order = order;
        this.times = times;
        this.rooms = rooms;
        this.asking = asking;
        this.acceptance = acceptance;
        this.video = new VideoSupply(acceptance.directory(), acceptance.looking());
        this.effort = acceptance.looking().effort();
        this.options = new Options(acceptance.booker(), acceptance.directory());
    }

    /** Empty if the order could never be carried out: it has no date ahead, too many, or a room that nobody knows. */
    public static Optional<OrderSearch> of(Person booker, BookingOrder order, Surroundings around) {
        Instant running = Slots.start(Slots.containing(around.now()));
        List<Interval> times = ScheduleTimes.ahead(order.schedule(), running, RoomQuery.MOST_TIMES + 1);
        List<TableEntry> rooms = order.rooms().stream()
                .flatMap(id -> around.table().entry(id).stream())
                .toList();
        Set<RoomId> usedUp = around.usedUp(booker, times);
        boolean makesSense = !times.isEmpty()
                && times.size() <= RoomQuery.MOST_TIMES
                && rooms.size() == order.rooms().size();
        OpenHoursLookup looking = new OpenHoursLookup(around.free(), around.now(), new Effort(MOST_LOOKS));
        return makesSense
                ? Optional.of(new OrderSearch(
                        order,
                        times,
                        rooms,
                        query -> new SearchQuestion(query, around.table(), usedUp, around.free(), around.now()),
                        new Acceptance(booker, order.content(), around, looking)))
                : Optional.empty();
    }

    /** What could be booked instead, the most welcome first. */
    public List<NearMiss> instead(List<Conflict> conflicts) {
        List<TableEntry> taken = taken(conflicts);
        if (taken.isEmpty()) {
            Set<RoomId> lacking = conflicts.stream().map(Conflict::room).collect(Collectors.toSet());
            new LessVideo(order, rooms, times, video).addTo(options, lacking);
        } else if (taken.stream().noneMatch(TableEntry::isCountable)) {
            if (taken.size() == 1) {
                insteadOf(taken.get(0));
                nearby(taken.get(0));
            } else {
                insteadOfAll(taken);
            }
        } else if (taken.size() == 1 && taken.get(0).isOfDesks()) {
            nearby(taken.get(0));
        }
        anotherHour();
        return best();
    }

    /** Where more people could sit, with another room in the place of one, the others staying, if these are free. */
    public List<NearMiss> larger() {
        List<TableEntry> replaceable = rooms.stream()
                .filter(room -> !room.isCountable())
                .distinct()
                .filter(room -> areFree(without(room), times))
                .toList();
        replaceable.forEach(this::insteadOf);
        if (options.isEmpty()) {
            replaceable.forEach(this::anotherKind);
        }
        replaceable.forEach(this::nearby);
        return best();
    }

    /** Where people could stay whose own rooms are taken by the time of the order: next door, for nobody moves to another town. */
    public List<NearMiss> nextDoor(List<Conflict> conflicts) {
        List<TableEntry> taken = taken(conflicts);
        if (taken.size() == 1 && !taken.get(0).isCountable()) {
            insteadOf(taken.get(0));
        } else if (!taken.isEmpty() && taken.stream().noneMatch(TableEntry::isCountable)) {
            insteadOfAll(taken);
        }
        return best();
    }

    private List<NearMiss> best() {
        return options.best(
                MOST, MOST_OF_A_KIND, option -> acceptance.of(option.miss().rooms(), option.times()));
    }

    private List<TableEntry> taken(List<Conflict> conflicts) {
        Set<RoomId> names = conflicts.stream().map(Conflict::room).collect(Collectors.toSet());
        return rooms.stream()
                .filter(room -> names.contains(room.room().id()))
                .distinct()
                .toList();
    }

    private static List<Room> named(List<TableEntry> entries) {
        return entries.stream().map(TableEntry::room).toList();
    }

    private void insteadOf(TableEntry taken) {
        SearchQuestion question = question(taken);
        Trial trial = question.trial(times, effort);
        List<TableEntry> others = without(taken);
        likeRooms(question, trial, taken, others, MOST_OF_A_KIND).forEach(room -> add(COST_OF_LIKE_ROOM, room, others));
        joinedRooms(question, trial, taken, others).forEach(room -> add(Options.COST_OF_JOINED_ROOMS, room, others));
        new SplitDates(question, trial)
                .at(taken.site)
                .filter(pair -> pair.stream().allMatch(room -> goesWith(trial, room, others)))
                .ifPresent(pair -> add(Options.COST_OF_SPLIT, pair, others, new NearMissChange.Split()));
    }

    private List<TableEntry> without(TableEntry room) {
        return rooms.stream().filter(other -> !other.equals(room)).toList();
    }

    private void anotherKind(TableEntry taken) {
        SearchQuestion question = question(taken, Set.of());
        List<TableEntry> others = without(taken);
        likeRooms(question, question.trial(times, effort), taken, others, MOST_OF_A_KIND)
                .forEach(room -> add(Options.COST_OF_ANOTHER_ROOM, room, others));
    }

    private SearchQuestion question(TableEntry taken) {
        return question(taken, Set.of(taken.room().kind()));
    }

    /** @param kinds that will do in its place; any if there is none */
    private SearchQuestion question(TableEntry taken, Set<RoomKind> kinds) {
        int units = Collections.frequency(rooms, taken);
        int seats = taken.isOfDesks() ? units : taken.room().capacity();
        int people = taken.isOfDesks() ? 0 : order.content().headcount();
        if (people > 0) {
            int elsewhere = rooms.stream()
                    .filter(room -> !room.equals(taken))
                    .mapToInt(room -> room.room().seatsOnce())
                    .sum();
            seats = Math.max(1, people - elsewhere);
        }
        var needs = new RoomQuery.Needs(kinds, Set.of(), Set.of(taken.room().site()), false);
        return asking.apply(new RoomQuery(acceptance.booker(), times, seats, needs, Optional.empty()));
    }

    private List<TableEntry> likeRooms(
            SearchQuestion question, Trial trial, TableEntry taken, List<TableEntry> others, int most) {
        return question.bestFirst(question.table().at(taken.site), question.filter()::suits).stream()
                .filter(room -> !room.equals(taken) && goesWith(trial, room, others))
                .limit(most)
                .toList();
    }

    private List<TableEntry> joinedRooms(
            SearchQuestion question, Trial trial, TableEntry taken, List<TableEntry> others) {
        Filter filter = question.filter();
        return question
                .bestFirst(
                        question.table().at(taken.site),
                        room -> room.room().isCombined()
                                && !filter.isOfKind(room)
                                && filter.seats(room)
                                && filter.suitsBesides(room))
                .stream()
                .filter(room -> goesWith(trial, room, others))
                .limit(1)
                .toList();
    }

    private void nearby(TableEntry taken) {
        SearchQuestion question = question(taken);
        Trial trial = question.trial(times, effort);
        List<TableEntry> others = without(taken);
        Filter filter = question.filter();
        int found = 0;
        for (Nearby.Distance near : Nearby.to(question.query().needs().sites(), question.table())) {
            List<TableEntry> there = question.bestFirst(
                    question.table().at(near.site()),
                    room -> filter.isOfKind(room) && filter.seats(room) && filter.suitsBesides(room));
            var change = new NearMissChange.AnotherSite(
                    question.table().sites().get(near.site()).id(), near.kilometres());
            Optional<TableEntry> free =
                    there.stream().filter(room -> goesWith(trial, room, others)).findFirst();
            if (free.isPresent()) {
                List<TableEntry> fresh = Collections.nCopies(filter.unitsNeeded(free.get()), free.get());
                add(Options.COST_OF_ANOTHER_SITE + (int) near.kilometres(), fresh, others, change);
                found++;
            }
            if (found == MOST_OF_A_KIND) {
                return;
            }
        }
    }

    /** Whether {@code room} can be had on all dates together with the rooms that stay. */
    private boolean goesWith(Trial trial, TableEntry room, List<TableEntry> others) {
        return !effort.isSpent()
                && others.stream().noneMatch(other -> other.excludes(room))
                && !trial.isTooMuch(room, others)
                && trial.canHaveAlways(room);
    }

    /** Another room of the like for each that is taken, when there are several. */
    private void insteadOfAll(List<TableEntry> taken) {
        List<TableEntry> chosen = new ArrayList<>(
                rooms.stream().filter(room -> !taken.contains(room)).toList());
        List<TableEntry> fresh = new ArrayList<>();
        for (TableEntry each : taken) {
            SearchQuestion question = question(each);
            List<TableEntry> like = likeRooms(question, question.trial(times, effort), each, chosen, 1);
            if (like.isEmpty() || taken.contains(like.get(0))) {
                return;
            }
            chosen.add(like.get(0));
            fresh.add(like.get(0));
        }
        if (!fresh.isEmpty()) {
            List<TableEntry> staying = chosen.subList(0, chosen.size() - fresh.size());
            add(COST_OF_LIKE_ROOM * fresh.size(), fresh, staying, new NearMissChange.AnotherRoom());
        }
    }

    private void anotherHour() {
        OtherHours hours = new OtherHours(
                order.schedule(),
                times,
                varied -> areFree(rooms, varied) && video.suffices(order.content(), named(rooms), varied));
        Stream.concat(hours.shifts().stream(), hours.shortenings().stream())
                .forEach(hour -> options.add(
                        hour.variation().cost(),
                        0,
                        named(rooms),
                        hour.times(),
                        hour.variation().change()));
    }

    /** Whether all of {@code entries}, one a unit, are free at {@code when}. */
    private boolean areFree(List<TableEntry> entries, List<Interval> when) {
        SearchDates dates = question(rooms.get(0)).trial(when, effort).dates();
        return !effort.isSpent() && dates.canHaveAlways(entries);
    }

    private void add(int cost, TableEntry room, List<TableEntry> others) {
        boolean joins = room.room().isCombined();
        add(cost, List.of(room), others, joins ? new NearMissChange.Combined() : new NearMissChange.AnotherRoom());
    }

    private void add(int cost, List<TableEntry> fresh, List<TableEntry> others, NearMissChange change) {
        List<Room> named = new ArrayList<>(named(fresh));
        named.addAll(named(others));
        if (video.suffices(order.content(), named, times)) {
            options.add(cost, 0, named, times, change);
        }
    }
}
