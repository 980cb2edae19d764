package org.passerelle.availability.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds two rooms of one site that together seat everybody. For one thread. */
final class SplitDates {

    /** The largest rooms of a site that are tried with each other. */
    private static final int MOST_ROOMS = 24;

    private final SearchQuestion question;
    private final Trial trial;

    SplitDates(SearchQuestion question, Trial trial) {
        this.question = question;
        this.trial = trial;
    }

    /** The two with the fewest seats to spare, the larger first; both are all that was asked for but for their seats. */
    Optional<List<TableEntry>> at(int site) {
        Filter filter = question.filter();
        List<TableEntry> rooms = new ArrayList<>();
        for (TableEntry room : question.table().at(site)) {
            if (!room.isCountable()
                    && !filter.seats(room)
                    && filter.isAtSite(room)
                    && filter.isOfKind(room)
                    && filter.suitsBesides(room)) {
                rooms.add(room);
            }
        }
        rooms.sort(Comparator.comparingInt((TableEntry room) -> room.room.capacity())
                .reversed()
                .thenComparingInt(room -> room.index));
        return best(
                rooms.stream().filter(trial::canHaveAlways).limit(MOST_ROOMS).toList());
    }

    private Optional<List<TableEntry>> best(List<TableEntry> largestFirst) {
        Optional<List<TableEntry>> best = Optional.empty();
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < largestFirst.size(); i++) {
            for (int j = i + 1; j < largestFirst.size(); j++) {
                TableEntry one = largestFirst.get(i);
                TableEntry other = largestFirst.get(j);
                int seats = one.room.capacity() + other.room.capacity();
                if (seats >= question.query().attendees() && seats < fewest && goTogether(one, other)) {
                    best = Optional.of(List.of(one, other));
                    fewest = seats;
                }
            }
        }
        return best;
    }

    /** Whether one booking can hold both; each with what must be carried to it. */
    private boolean goTogether(TableEntry one, TableEntry other) {
        List<TableEntry> beside = new ArrayList<>(question.filter().carriedTo(one));
        beside.addAll(question.filter().carriedTo(other));
        beside.add(other);
        return !one.excludes(other) && !trial.dates().isTooMuch(one, 1, beside);
    }
}
