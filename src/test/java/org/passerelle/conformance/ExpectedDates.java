package org.passerelle.conformance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.passerelle.conformance.DrawnEvent.Busy;
import org.passerelle.conformance.DrawnEvent.Differing;

/**
 * When an event is, worked out in the plainest way from what it is meant to say: rules by lib-recur, clocks by Java, the
 * rest by the sentences of RFC 5545 sections 3.8.4.4 and 3.8.5.
 */
public final class ExpectedDates {

    /** One start of the series. */
    private record Instance(LocalDateTime local, DrawnZone zone, DrawnLength length) {

        Span time() {
            return new Span(zone.instant(local), length.end(local, zone));
        }
    }

    private ExpectedDates() {}

    /** The starts of the series itself, those called off by EXDATE left out, none later than {@code last}. */
    public static List<Instant> starts(DrawnEvent event, Instant last) {
        return List.copyOf(instances(event, last).keySet());
    }

    private static Map<Instant, Instance> instances(DrawnEvent event, Instant last) {
        Map<Instant, Instance> found = new TreeMap<>();
        DrawnTime first = event.start();
        found.put(first.instant(), new Instance(first.local(), first.zone(), event.length()));
        for (DrawnRule rule :
                event.rules().stream().filter(each -> !each.except()).toList()) {
            for (LocalDateTime local : rule.dates(first, first.zone().local(last))) {
                found.put(first.zone().instant(local), new Instance(local, first.zone(), event.length()));
            }
        }
        event.added()
                .forEach(each -> found.put(
                        each.start().instant(),
                        new Instance(
                                each.start().local(),
                                each.start().zone(),
                                each.own().orElse(event.length()))));
        event.rules().stream()
                .filter(DrawnRule::except)
                .flatMap(rule -> rule.dates(first, first.zone().local(last)).stream())
                .forEach(local -> found.remove(first.zone().instant(local)));
        event.excluded().forEach(each -> found.keySet().removeIf(start -> isMeant(each, start, event)));
        return found;
    }

    /** A day means the date of the series on that day, a time on a series of days the day on which it is. */
    static boolean isMeant(DrawnTime written, Instant start, DrawnEvent event) {
        if (written.isDay() || event.start().isDay()) {
            var day = written.isDay()
                    ? written.local().toLocalDate()
                    : event.start().zone().local(written.instant()).toLocalDate();
            return event.start().zone().local(start).toLocalDate().equals(day);
        }
        return written.instant().equals(start);
    }

    /** Where the event occupies a room, of what touches {@code window}; by start, none with a length of nothing. */
    public static List<Span> busy(DrawnEvent event, Span window) {
        Instant last = window.end().plus(Duration.ofDays(40));
        return Stream.concat(kept(event, last), moved(event))
                .filter(time -> time.isTime() && time.overlaps(window))
                .sorted(Comparator.comparing(Span::start).thenComparing(Span::end))
                .toList();
    }

    /**
     * A date, by the start that the series gives it.
     *
     * @param onwards the first of the dates that it moved together with
     */
    public record Dated(Instant original, Optional<Instant> onwards, Span time) {}

    /** The same with the starts by which each date is known in its series. */
    public static List<Dated> dates(DrawnEvent event, Span window) {
        Instant last = window.end().plus(Duration.ofDays(40));
        List<Dated> found = new ArrayList<>();
        instances(event, last)
                .forEach((start, instance) -> event.differing().stream()
                        .filter(one -> one.onwards() && !one.original().isAfter(start))
                        .max(Comparator.comparing(Differing::original))
                        .ifPresentOrElse(
                                onwards -> followed(onwards, instance)
                                        .forEach(time ->
                                                found.add(new Dated(start, Optional.of(onwards.original()), time))),
                                () -> found.add(new Dated(start, Optional.empty(), instance.time()))));
        for (Differing one : event.differing()) {
            if (!one.onwards()) {
                found.removeIf(date -> date.original().equals(one.original()));
                if (one.busy() == Busy.TAKEN) {
                    Instance moved =
                            new Instance(one.start().local(), one.start().zone(), one.length());
                    found.add(new Dated(one.original(), Optional.empty(), moved.time()));
                }
            }
        }
        return found.stream()
                .filter(date -> date.time().isTime() && date.time().overlaps(window))
                .toList();
    }

    private static Stream<Span> kept(DrawnEvent event, Instant last) {
        return instances(event, last).entrySet().stream()
                .filter(each -> event.differing().stream()
                        .noneMatch(one -> !one.onwards() && one.original().equals(each.getKey())))
                .flatMap(each -> {
                    Optional<Differing> onwards = event.differing().stream()
                            .filter(one -> one.onwards() && !one.original().isAfter(each.getKey()))
                            .max(Comparator.comparing(Differing::original));
                    return onwards.isPresent()
                            ? followed(onwards.get(), each.getValue())
                            : event.busy() ? Stream.of(each.getValue().time()) : Stream.empty();
                });
    }

    /** Moved as far as the first of them on the clocks of the wall, and as long (section 3.8.4.4). */
    private static Stream<Span> followed(Differing change, Instance date) {
        if (change.busy() != Busy.TAKEN) {
            return Stream.empty();
        }
        LocalDateTime original = date.zone().local(change.original());
        Duration moved = Duration.between(original, change.start().local());
        LocalDateTime local = date.local().plus(moved);
        return Stream.of(new Instance(local, date.zone(), change.length()).time());
    }

    private static Stream<Span> moved(DrawnEvent event) {
        return event.differing().stream()
                .filter(each -> !each.onwards() && each.busy() == Busy.TAKEN)
                .map(each -> new Instance(each.start().local(), each.start().zone(), each.length()).time());
    }
}
