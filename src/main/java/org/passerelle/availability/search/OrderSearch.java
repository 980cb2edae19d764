package org.passerelle.availability.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.availability.Change;
import org.passerelle.availability.FoundRooms.NearMiss;
import org.passerelle.availability.FreeTimes;
import org.passerelle.availability.RoomQuery;
import org.passerelle.booking.BookingOrder;
import org.passerelle.booking.Conflict;
import org.passerelle.booking.VideoQuality;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteId;
import org.passerelle.time.Interval;

/** Looks for what comes close to an order of which rooms are taken: other rooms, or another hour. For one thread. */
public final class OrderSearch {

    private static final int MOST = 5;
    private static final int MOST_OF_A_KIND = 2;
    private static final int MOST_LOOKS = 50_000;
    private static final int COST_OF_LIKE_ROOM = 10;
    private static final int COST_OF_LOWER_QUALITY = 5;
    private static final int COST_OF_WITHOUT_ROOM = 40;

    private final Person booker;
    private final BookingOrder order;
    private final List<Interval> times;
    private final List<Entry> rooms;
    private final Function<RoomQuery, Question> asking;
    private final Effort effort;
    private final VideoSupply video;
    private final Options options = new Options();

    private OrderSearch(
            Person booker,
            BookingOrder order,
            List<Interval> times,
            List<Entry> rooms,
            Function<RoomQuery, Question> asking,
            VideoSupply video) {
        this.booker = booker;
        this.order = order;
        this.times = times;
        this.rooms = rooms;
        this.asking = asking;
        this.video = video;
        this.effort = video.looking().effort();
    }

    /** Empty if the order could never be carried out: it has no date, too many, or a room that nobody knows. */
    public static Optional<OrderSearch> of(
            Person booker, BookingOrder order, RoomTable table, Directory directory, FreeTimes free, Instant now) {
        List<Interval> times = ScheduleTimes.of(order.schedule(), RoomQuery.MOST_TIMES + 1);
        List<Entry> rooms =
                order.rooms().stream().flatMap(id -> table.entry(id).stream()).toList();
        boolean makesSense = !times.isEmpty()
                && times.size() <= RoomQuery.MOST_TIMES
                && rooms.size() == order.rooms().size();
        return makesSense
                ? Optional.of(new OrderSearch(
                        booker,
                        order,
                        times,
                        rooms,
                        query -> new Question(query, table, free, now),
                        new VideoSupply(directory, new Looking(free, now, new Effort(MOST_LOOKS)))))
                : Optional.empty();
    }

    /** What could be booked instead, the most welcome first. */
    public List<NearMiss> instead(List<Conflict> conflicts) {
        var names = conflicts.stream().map(Conflict::room).collect(Collectors.toSet());
        List<Entry> taken = rooms.stream()
                .filter(room -> names.contains(room.room().id()))
                .distinct()
                .toList();
        if (taken.isEmpty()) {
            withLess(names);
        } else if (taken.stream().noneMatch(Entry::isCountable)) {
            if (taken.size() == 1) {
                insteadOf(taken.get(0));
            } else {
                insteadOfAll(taken);
            }
        }
        anotherHour();
        return options.best(MOST, MOST_OF_A_KIND);
    }

    /** All rooms can be had, but not the lines, the uplink or the ports for a conference of them. */
    private void withLess(Set<RoomId> lacking) {
        order.content()
                .conference()
                .ifPresent(wish -> Stream.of(VideoQuality.values())
                        .filter(quality -> quality.compareTo(wish.quality()) < 0)
                        .max(Comparator.naturalOrder())
                        .filter(quality -> video.suffices(
                                order.content().linked(Optional.of(wish.in(quality))), named(rooms), times))
                        .ifPresent(quality -> options.add(
                                COST_OF_LOWER_QUALITY,
                                0,
                                named(rooms),
                                times.get(0),
                                new Change.LowerQuality(quality))));
        Set<SiteId> sites = video.directory().video().stream()
                .filter(resource -> lacking.contains(resource.id()))
                .flatMap(resource -> resource.site().stream())
                .collect(Collectors.toSet());
        for (Entry room : rooms) {
            List<Entry> others =
                    rooms.stream().filter(other -> !other.equals(room)).toList();
            boolean counts = !room.room().profile().joinMethods().isEmpty()
                    && (sites.isEmpty() || sites.contains(room.room().site()));
            if (counts && others.stream().anyMatch(other -> !other.isCountable())) {
                offer(
                        COST_OF_WITHOUT_ROOM,
                        named(others),
                        new Change.WithoutRoom(room.room().id()));
            }
        }
    }

    private static List<Room> named(List<Entry> entries) {
        return entries.stream().map(Entry::room).toList();
    }

    private void insteadOf(Entry taken) {
        Question question = question(taken);
        Trial trial = question.trial(times, effort);
        List<Entry> others = rooms.stream().filter(room -> !room.equals(taken)).toList();
        likeRooms(question, trial, taken, others, MOST_OF_A_KIND).forEach(room -> add(COST_OF_LIKE_ROOM, room, others));
        joinedRooms(question, trial, taken, others).forEach(room -> add(Options.COST_OF_JOINED_ROOMS, room, others));
        new Split(question, trial)
                .at(taken.site)
                .filter(pair -> pair.stream().allMatch(room -> goesWith(trial, room, others)))
                .ifPresent(pair -> add(Options.COST_OF_SPLIT, pair, others, new Change.Split()));
        nearby(question, trial, others);
    }

    private Question question(Entry taken) {
        int seats = taken.room().capacity();
        int people = order.content().headcount();
        if (people > 0) {
            int elsewhere = rooms.stream()
                    .filter(room -> !room.equals(taken) && !room.isCountable())
                    .mapToInt(room -> room.room().capacity())
                    .sum();
            seats = Math.max(1, people - elsewhere);
        }
        var needs = new RoomQuery.Needs(
                Set.of(taken.room().kind()), Set.of(), Set.of(taken.room().site()), false);
        return asking.apply(new RoomQuery(booker, times, seats, needs, Optional.empty()));
    }

    private List<Entry> likeRooms(Question question, Trial trial, Entry taken, List<Entry> others, int most) {
        return question.bestFirst(question.table().at(taken.site), question.filter()::suits).stream()
                .filter(room -> !room.equals(taken) && goesWith(trial, room, others))
                .limit(most)
                .toList();
    }

    private List<Entry> joinedRooms(Question question, Trial trial, Entry taken, List<Entry> others) {
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

    private void nearby(Question question, Trial trial, List<Entry> others) {
        Filter filter = question.filter();
        int found = 0;
        for (Nearby.Distance near : Nearby.to(question.query().needs().sites(), question.table())) {
            List<Entry> there = question.bestFirst(
                    question.table().at(near.site()),
                    room -> filter.isOfKind(room) && filter.seats(room) && filter.suitsBesides(room));
            var change = new Change.AnotherSite(
                    question.table().sites().get(near.site()).id(), near.kilometres());
            Optional<Entry> free =
                    there.stream().filter(room -> goesWith(trial, room, others)).findFirst();
            if (free.isPresent()) {
                add(Options.COST_OF_ANOTHER_SITE + (int) near.kilometres(), List.of(free.get()), others, change);
                found++;
            }
            if (found == MOST_OF_A_KIND) {
                return;
            }
        }
    }

    /** Whether {@code room} can be had on all dates together with the rooms that stay. */
    private boolean goesWith(Trial trial, Entry room, List<Entry> others) {
        return !effort.isSpent()
                && others.stream().noneMatch(other -> other.excludes(room))
                && !trial.dates().isTooMuch(room, others)
                && trial.canHaveAlways(room);
    }

    /** Another room of the like for each that is taken, when there are several. */
    private void insteadOfAll(List<Entry> taken) {
        List<Entry> chosen = new ArrayList<>(
                rooms.stream().filter(room -> !taken.contains(room)).toList());
        List<Entry> fresh = new ArrayList<>();
        for (Entry each : taken) {
            Question question = question(each);
            List<Entry> like = likeRooms(question, question.trial(times, effort), each, chosen, 1);
            if (like.isEmpty() || taken.contains(like.get(0))) {
                return;
            }
            chosen.add(like.get(0));
            fresh.add(like.get(0));
        }
        if (!fresh.isEmpty()) {
            List<Entry> staying = chosen.subList(0, chosen.size() - fresh.size());
            add(COST_OF_LIKE_ROOM * fresh.size(), fresh, staying, new Change.AnotherRoom());
        }
    }

    private void anotherHour() {
        Question question = question(rooms.get(0));
        Map<Entry, Long> units =
                rooms.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Set<Change> changes = new HashSet<>();
        Stream.concat(Variation.shifts(times.get(0)).stream(), Variation.shortenings(times.get(0)).stream())
                .filter(variation -> {
                    Dates varied = question.trial(variation.of(times), effort).dates();
                    return !effort.isSpent()
                            && units.entrySet().stream()
                                    .allMatch(room -> varied.canHaveAlways(
                                            room.getKey(), room.getValue().intValue()));
                })
                .filter(variation -> video.suffices(order.content(), named(rooms), variation.of(times)))
                .filter(variation -> changes.add(variation.change()))
                .limit(2L * MOST_OF_A_KIND)
                .forEach(variation -> options.add(
                        variation.cost(), 0, named(rooms), variation.of(times).get(0), variation.change()));
    }

    /** Adds an option at the times asked for, unless its conference would lack something. */
    private void offer(int cost, List<Room> named, Change change) {
        if (video.suffices(order.content(), named, times)) {
            options.add(cost, 0, named, times.get(0), change);
        }
    }

    private void add(int cost, Entry room, List<Entry> others) {
        add(cost, List.of(room), others, room.room().isCombined() ? new Change.Combined() : new Change.AnotherRoom());
    }

    private void add(int cost, List<Entry> fresh, List<Entry> others, Change change) {
        Set<Room> all = new LinkedHashSet<>();
        fresh.forEach(room -> all.add(room.room()));
        List<Room> named = new ArrayList<>(all);
        others.forEach(room -> named.add(room.room()));
        offer(cost, named, change);
    }
}
