package org.passerelle.availability.search;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.passerelle.availability.query.FoundRooms.NearMiss;
import org.passerelle.availability.query.NearMissChange;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;

/**
 * Looks for what comes close to a question and can be had on all its dates: another kind of room, another site, two rooms,
 * a start shifted a little, a shorter meeting. For one thread.
 */
final class NearMisses {

    private static final int MOST = 10;
    private static final int MOST_OF_A_KIND = 4;
    private static final int MOST_AT_A_SITE = 2;
    private static final int MOST_LOOKS = 500_000;

    private final SearchQuestion question;
    private final List<Interval> times;
    private final Filter filter;
    private final Effort effort = new Effort(MOST_LOOKS);
    private final Trial asAsked;
    private final Options options;

    NearMisses(SearchQuestion question) {
        this.question = question;
        this.times = question.query().times();
        this.filter = question.filter();
        this.asAsked = question.trial(times, effort);
        this.options = new Options(question.query().seeker(), question.table().directory());
    }

    List<NearMiss> find() {
        otherKinds();
        otherSites();
        splits();
        variations(Variation.shifts(times.get(0)));
        variations(Variation.shortenings(times.get(0)));
        return options.best(MOST, MOST_OF_A_KIND);
    }

    private void otherKinds() {
        Predicate<TableEntry> otherKind =
                room -> !filter.isOfKind(room) && !room.isCountable() && filter.isAtSite(room) && filter.seats(room);
        int found = 0;
        for (TableEntry room : rooms(otherKind)) {
            if (found < MOST_OF_A_KIND && canHaveAlways(asAsked, room)) {
                boolean joined = room.room.isCombined();
                add(
                        joined ? Options.COST_OF_JOINED_ROOMS : Options.COST_OF_ANOTHER_ROOM,
                        room,
                        joined ? new NearMissChange.Combined() : new NearMissChange.AnotherRoom());
                found++;
            }
        }
    }

    private void otherSites() {
        int found = 0;
        for (Nearby.Distance near : Nearby.to(question.query().needs().sites(), question.table())) {
            var change = new NearMissChange.AnotherSite(
                    question.table().sites().get(near.site()).id(), near.kilometres());
            List<TableEntry> there = question.bestFirst(
                    question.table().at(near.site()),
                    room -> filter.isOfKind(room) && filter.seats(room) && filter.suitsBesides(room));
            int here = 0;
            for (TableEntry room :
                    rooms(other -> other.site == near.site() && filter.isOfKind(other) && filter.seats(other))) {
                if (here < MOST_AT_A_SITE && canHaveAlways(asAsked, room)) {
                    add(Options.COST_OF_ANOTHER_SITE + (int) near.kilometres(), room, change);
                    here++;
                }
            }
            found += here;
            if (found >= MOST_OF_A_KIND) {
                return;
            }
        }
    }

    private void splits() {
        SplitDates split = new SplitDates(question, asAsked);
        for (int site = 0; site < question.table().sites().size() && !effort.isSpent(); site++) {
            split.at(site).ifPresent(pair -> {
                int score = pair.stream().mapToInt(question.fit()::score).sum() / pair.size();
                List<Room> rooms = pair.stream().map(TableEntry::room).toList();
                options.add(Options.COST_OF_SPLIT, score, rooms, times, new NearMissChange.Split());
            });
        }
    }

    /** Tries {@code variations} until enough rooms have one; each room only its first. */
    private void variations(List<Variation> variations) {
        List<TableEntry> taken = rooms(room -> filter.isOfKind(room)
                        && filter.isAtSite(room)
                        && filter.seats(room)
                        && asAsked.dates().isOpenAround(room, Variation.FURTHEST))
                .stream()
                .filter(room -> !canHaveAlways(asAsked, room))
                .toList();
        Set<TableEntry> found = new HashSet<>();
        for (Variation variation : variations) {
            Trial varied = question.trial(variation.of(times), effort);
            for (TableEntry room : taken) {
                if (found.size() >= MOST_OF_A_KIND) {
                    return;
                }
                if (!found.contains(room) && canHaveAlways(varied, room)) {
                    found.add(room);
                    options.add(
                            variation.cost(),
                            question.fit().score(room),
                            named(room),
                            variation.of(times),
                            variation.change());
                }
            }
        }
    }

    private boolean canHaveAlways(Trial trial, TableEntry room) {
        return !effort.isSpent() && trial.canHaveAlways(room);
    }

    private void add(int cost, TableEntry room, NearMissChange change) {
        options.add(cost, question.fit().score(room), named(room), times, change);
    }

    /** As often as a booking would name it. */
    private List<Room> named(TableEntry room) {
        return Collections.nCopies(filter.unitsNeeded(room), room.room);
    }

    /** The rooms that meet {@code condition} and are all that was asked for besides, the best first. */
    private List<TableEntry> rooms(Predicate<TableEntry> condition) {
        return question.bestFirst(room -> condition.test(room) && filter.suitsBesides(room));
    }
}
