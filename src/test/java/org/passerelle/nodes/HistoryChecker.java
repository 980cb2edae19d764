package org.passerelle.nodes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.passerelle.nodes.Call.Kind;
import org.passerelle.nodes.Call.Outcome;
import org.passerelle.nodes.Call.Seen;
import org.passerelle.nodes.Call.Wish;
import org.passerelle.time.Interval;

/**
 * Says what in a history no order of its calls could have brought about. A booking is one register with versions: each write
 * that was done took it from one version to the next at some moment between its beginning and its end, so versions rise in
 * real time; what a version held was asked for by somebody, and is the same whoever sees it. Rooms are where bookings meet.
 */
final class HistoryChecker {

    /** Word of what another node wrote may come so late, as far as rooms are looked at. */
    private final Duration lag;

    private final List<String> faults = new ArrayList<>();

    HistoryChecker(Duration lag) {
        this.lag = lag;
    }

    /**
     * @param last what is stored in the end, by booking, once all is quiet
     * @return what is wrong, in words; empty if nothing is
     */
    List<String> check(List<Call> history, Map<String, Seen> last) {
        faults.clear();
        overlaps(last);
        Map<String, List<Call>> byBooking = history.stream()
                .filter(call -> call.kind() != Kind.LOOK)
                .collect(Collectors.groupingBy(Call::booking, TreeMap::new, Collectors.toList()));
        byBooking.forEach((booking, calls) -> booking(booking, calls, Optional.ofNullable(last.get(booking))));
        last.keySet().stream()
                .filter(booking -> !byBooking.containsKey(booking))
                .forEach(booking -> faults.add(booking + " is stored and nobody asked for it"));
        looks(history, byBooking);
        return List.copyOf(faults);
    }

    private void overlaps(Map<String, Seen> last) {
        Map<String, List<Map.Entry<String, Seen>>> byRoom = last.entrySet().stream()
                .filter(each -> each.getValue().time().isPresent())
                .collect(Collectors.groupingBy(each -> each.getValue().room()));
        byRoom.forEach((room, held) -> {
            held.sort(Comparator.comparing(each -> time(each).start()));
            for (int i = 1; i < held.size(); i++) {
                if (time(held.get(i - 1)).overlaps(time(held.get(i)))) {
                    faults.add("%s and %s overlap in %s"
                            .formatted(held.get(i - 1).getKey(), held.get(i).getKey(), room));
                }
            }
        });
    }

    private static Interval time(Map.Entry<String, Seen> held) {
        return held.getValue().time().orElseThrow();
    }

    private void booking(String booking, List<Call> calls, Optional<Seen> last) {
        oneMeaningPerVersion(booking, calls, last);
        wishes(booking, calls, last);
        realTime(booking, calls);
        acknowledged(booking, calls, last);
    }

    /** Whoever sees a version sees the same, and no two writes made the same one. */
    private void oneMeaningPerVersion(String booking, List<Call> calls, Optional<Seen> last) {
        Map<Long, Seen> meanings = new HashMap<>();
        Set<Long> made = new HashSet<>();
        for (Call call : calls) {
            call.answer().seen().ifPresent(seen -> {
                Seen other = meanings.putIfAbsent(seen.version(), seen);
                if (other != null && !other.equals(seen)) {
                    faults.add("%s was %s and %s".formatted(booking, other, seen));
                }
                if (call.isWrite() && !made.add(seen.version())) {
                    faults.add("%s: two writes were told that they made version %d".formatted(booking, seen.version()));
                }
            });
        }
        last.ifPresent(seen -> {
            Seen other = meanings.get(seen.version());
            if (other != null && !other.equals(seen)) {
                faults.add("%s is %s in the end and was %s".formatted(booking, seen, other));
            }
        });
    }

    /** What anybody saw, somebody wanted: of writes that were done, or of which nobody knows. */
    private void wishes(String booking, List<Call> calls, Optional<Seen> last) {
        Set<Wish> possible = calls.stream()
                .filter(Call::isWrite)
                .filter(call -> call.answer().outcome() != Outcome.REFUSED)
                .flatMap(call -> call.answer().wanted().stream())
                .collect(Collectors.toSet());
        List<Seen> all = calls.stream()
                .flatMap(call -> call.answer().seen().stream())
                .collect(Collectors.toCollection(ArrayList::new));
        last.ifPresent(all::add);
        all.stream()
                .filter(seen -> possible.stream().noneMatch(wish -> isAsWished(seen, wish)))
                .distinct()
                .forEach(seen ->
                        faults.add("%s was %s, which nobody wrote who was not refused".formatted(booking, seen)));
        calls.stream()
                .filter(call -> call.isWrite() && call.isDone())
                .filter(call -> !isAsWished(
                        call.answer().seen().orElseThrow(),
                        call.answer().wanted().orElseThrow()))
                .forEach(call -> faults.add("%s: done otherwise than asked, %s".formatted(booking, call.answer())));
    }

    private static boolean isAsWished(Seen seen, Wish wish) {
        return seen.time().equals(wish.time())
                && (seen.time().isEmpty() || seen.room().equals(wish.room()));
    }

    /** What ended before a call began cannot be newer than what the call sees; nor can its writer's version come again. */
    private void realTime(String booking, List<Call> calls) {
        List<Call> ended = calls.stream()
                .filter(Call::isDone)
                .sorted(Comparator.comparingLong(Call::ended))
                .toList();
        List<Call> begun = calls.stream()
                .filter(Call::isDone)
                .sorted(Comparator.comparingLong(Call::begun))
                .toList();
        long newest = 0;
        int next = 0;
        for (Call call : begun) {
            for (; next < ended.size() && ended.get(next).ended() < call.begun(); next++) {
                newest = Math.max(newest, version(ended.get(next)));
            }
            if (version(call) < newest || call.isWrite() && version(call) == newest) {
                faults.add("%s: client %d came to version %d by %s after version %d had been told"
                        .formatted(booking, call.client(), version(call), call.kind(), newest));
            }
        }
    }

    /** Zero of a booking that was not there. */
    private static long version(Call call) {
        return call.answer().seen().map(Seen::version).orElse(0L);
    }

    private void acknowledged(String booking, List<Call> calls, Optional<Seen> last) {
        long told = calls.stream()
                .filter(Call::isDone)
                .mapToLong(HistoryChecker::version)
                .max()
                .orElse(0);
        long stored = last.map(Seen::version).orElse(0L);
        if (stored < told) {
            faults.add("%s: version %d was told, and in the end it is %d".formatted(booking, told, stored));
        }
        long writes = calls.stream()
                .filter(Call::isWrite)
                .filter(call -> call.answer().outcome() != Outcome.REFUSED)
                .count();
        if (stored > writes) {
            faults.add("%s: %d writes were not refused, and in the end it is version %d"
                    .formatted(booking, writes, stored));
        }
    }

    /**
     * A look shows what was held when it was, or at most {@link #lag} before; what its client itself wrote on that node, at once. Bookings of which
     * some write is not known, or is under way, may be shown or not.
     */
    private void looks(List<Call> history, Map<String, List<Call>> byBooking) {
        Collection<List<Call>> bookings = byBooking.values().stream()
                .filter(calls -> calls.stream()
                        .anyMatch(call -> call.isWrite() && call.answer().outcome() != Outcome.REFUSED))
                .toList();
        for (Call look : history) {
            if (look.kind() == Kind.LOOK && look.isDone()) {
                bookings.forEach(calls -> look(look, calls));
            }
        }
    }

    private void look(Call look, List<Call> calls) {
        Wish where = look.answer().wanted().orElseThrow();
        Interval window = where.time().orElseThrow();
        long since = look.begun() - lag.toNanos();
        if (calls.stream().anyMatch(call -> isUnsettled(call, look, since))) {
            return;
        }
        calls.stream()
                .filter(call -> call.isWrite() && call.isDone() && call.ended() < look.begun())
                .max(Comparator.comparingLong(HistoryChecker::version))
                .map(call -> call.answer().seen().orElseThrow())
                .filter(seen -> seen.room().equals(where.room()))
                .flatMap(Seen::time)
                .filter(window::overlaps)
                .filter(time -> look.answer().busy().stream().noneMatch(busy -> covers(busy, time)))
                .ifPresent(time -> faults.add("client %d did not see that %s is taken in %s by %s"
                        .formatted(
                                look.client(), time, where.room(), calls.get(0).booking())));
    }

    /** Whether the look may know of a write or not. */
    private static boolean isUnsettled(Call call, Call look, long since) {
        if (!call.isWrite() || call.answer().outcome() == Outcome.REFUSED || call.begun() > look.ended()) {
            return false;
        }
        boolean isOwn = call.client() == look.client() && call.node() == look.node();
        boolean isOld = isOwn ? call.ended() < look.begun() : call.ended() < since;
        return !isOld || call.answer().outcome() == Outcome.UNKNOWN;
    }

    private static boolean covers(Interval busy, Interval time) {
        return !busy.start().isAfter(time.start()) && !busy.end().isBefore(time.end());
    }
}
