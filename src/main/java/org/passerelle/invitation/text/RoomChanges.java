package org.passerelle.invitation.text;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.directory.RoomId;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.invitation.text.MessageContent.Line;

/** Which rooms a meeting no longer has, and which it has instead; a line for all dates that change alike. */
record RoomChanges(MessageWords words, ZoneId zone, Function<RoomId, String> name) {

    private static final int MOST_DAYS = 6;

    /** Rooms that a date has no longer, and that it has newly. */
    private record Change(Set<RoomId> dropped, Set<RoomId> added) {

        static Change between(Set<RoomId> before, Set<RoomId> now) {
            return new Change(without(before, now), without(now, before));
        }

        private static Set<RoomId> without(Set<RoomId> some, Set<RoomId> others) {
            Set<RoomId> left = new LinkedHashSet<>(some);
            left.removeAll(others);
            return left;
        }

        boolean isNone() {
            return dropped.isEmpty() && added.isEmpty();
        }
    }

    /** @param now the dates that are told; of those that were not told before nothing has changed */
    List<Line> since(List<OccurrenceSnapshot> before, List<OccurrenceSnapshot> now) {
        Map<Change, List<OccurrenceSnapshot>> changes = new LinkedHashMap<>();
        Map<?, OccurrenceSnapshot> known = before.stream()
                .collect(Collectors.toMap(OccurrenceSnapshot::recurrenceId, Function.identity(), (one, other) -> one));
        int compared = 0;
        for (OccurrenceSnapshot date : now) {
            Optional<OccurrenceSnapshot> same = Optional.ofNullable(known.get(date.recurrenceId()));
            if (same.isPresent()) {
                compared++;
                changes.computeIfAbsent(
                                Change.between(rooms(List.of(same.get())), rooms(List.of(date))),
                                each -> new ArrayList<>())
                        .add(date);
            }
        }
        if (compared == 0) { // all dates are others
            changes.put(Change.between(rooms(before), rooms(now)), now);
        }
        boolean isOneForAll = changes.size() == 1;
        return changes.entrySet().stream()
                .filter(each -> !each.getKey().isNone())
                .map(each -> new Line(words(each.getKey()), isOneForAll ? "" : days(each.getValue()), Optional.empty()))
                .toList();
    }

    private static Set<RoomId> rooms(List<OccurrenceSnapshot> dates) {
        return dates.stream()
                .flatMap(date -> date.rooms().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String words(Change change) {
        if (change.added().isEmpty()) {
            return words.text("rooms.dropped", names(change.dropped()));
        }
        return change.dropped().isEmpty()
                ? words.text("rooms.added", names(change.added()))
                : words.text("rooms.instead", names(change.added()), names(change.dropped()));
    }

    private String names(Set<RoomId> rooms) {
        return rooms.stream().map(name).collect(Collectors.joining(", "));
    }

    private String days(List<OccurrenceSnapshot> dates) {
        String some = dates.stream()
                .limit(MOST_DAYS)
                .map(date -> words.day(date.time().start().atZone(zone).toLocalDate()))
                .collect(Collectors.joining(", "));
        int more = dates.size() - MOST_DAYS;
        return more > 0 ? words.text("rooms.days-more", some, more) : some;
    }
}
