package org.passerelle.conformance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.conformance.DrawnEvent.Busy;
import org.passerelle.conformance.DrawnEvent.Differing;
import org.passerelle.conformance.DrawnTime.Form;

/** Draws which dates of a series are left out and which differ, and how those are named. */
final class DateDrawing {

    private final Draws draws;
    private final DrawnZone home;
    private final Span window;
    private final Set<String> kinds;

    DateDrawing(Draws draws, DrawnZone home, Span window, Set<String> kinds) {
        this.draws = draws;
        this.home = home;
        this.window = window;
        this.kinds = kinds;
    }

    private List<Instant> near(DrawnEvent event) {
        return ExpectedDates.starts(event, window.end()).stream()
                .filter(start -> start.isAfter(window.start().minus(Duration.ofDays(3))))
                .limit(60)
                .collect(Collectors.toList());
    }

    List<DrawnTime> excluded(DrawnEvent event) {
        List<DrawnTime> found = new ArrayList<>();
        for (Instant start : draws.someOf(near(event), draws.between(1, 5))) {
            DrawnTime named = named(event, start);
            kinds.add("EXDATE " + named.form() + (event.start().isDay() != named.isDay() ? " of other type" : ""));
            found.add(named);
        }
        return found;
    }

    /** The date that starts then, in one of the forms that programs write. */
    DrawnTime named(DrawnEvent event, Instant start) {
        DrawnTime first = event.start();
        LocalDateTime local = first.zone().local(start);
        if (first.isDay()) {
            return draws.chance(80)
                    ? first.at(local.toLocalDate().atStartOfDay())
                    : draws.oneOf(
                            DrawnTime.utc(start),
                            new DrawnTime(Form.FLOATING, local.toLocalDate().atStartOfDay(), home));
        }
        DrawnTime same = first.at(local);
        return switch (draws.between(0, 7)) {
            case 0, 1 -> DrawnTime.utc(start);
            case 2 -> {
                DrawnTime elsewhere =
                        DrawnTime.in(DrawnZone.iana(draws.oneOf(ZoneNamed.ALL).iana()), start);
                yield elsewhere.instant().equals(start) ? elsewhere : DrawnTime.utc(start);
            }
            case 3 ->
                isAloneOnItsDay(event, local.toLocalDate())
                        ? DrawnTime.day(local.toLocalDate().atStartOfDay(), home)
                        : DrawnTime.utc(start);
            default -> same.instant().equals(start) ? same : DrawnTime.utc(start);
        };
    }

    private static boolean isAloneOnItsDay(DrawnEvent event, LocalDate day) {
        DrawnZone zone = event.start().zone();
        Instant next = zone.instant(day.plusDays(2).atStartOfDay());
        return ExpectedDates.starts(event, next).stream()
                        .filter(start -> zone.local(start).toLocalDate().equals(day))
                        .count()
                == 1;
    }

    List<Differing> differing(DrawnEvent event, EventDrawing drawing) {
        List<Differing> found = new ArrayList<>();
        List<Instant> starts = near(event);
        for (Instant start : draws.someOf(starts, draws.between(1, 3))) {
            found.add(one(event, drawing, start));
        }
        boolean plain = event.start().local().getHour() > 5 || event.start().isDay();
        boolean ownForm = event.added().stream()
                .allMatch(each -> each.own().isEmpty()
                        && each.start().form() == event.start().form()
                        && each.start().zone().equals(event.start().zone()));
        if (plain && ownForm && !starts.isEmpty() && draws.chance(40)) {
            for (Instant start : draws.someOf(starts, draws.between(1, 2))) {
                if (found.stream().noneMatch(each -> each.original().equals(start))) {
                    found.add(onwards(event, drawing, start));
                }
            }
        }
        found.sort(Comparator.comparing(Differing::original));
        return draws.mixed(found);
    }

    private Differing one(DrawnEvent event, EventDrawing drawing, Instant original) {
        DrawnTime id = named(event, original);
        kinds.add("RECURRENCE-ID " + id.form() + (event.start().isDay() != id.isDay() ? " of other type" : ""));
        DrawnTime first = event.start();
        LocalDateTime moved = first.zone().local(original);
        moved = first.isDay()
                ? moved.toLocalDate().atStartOfDay().plusDays(draws.between(-2, 3))
                : moved.plusMinutes(5L * draws.between(-400, 400));
        DrawnTime start = first.at(moved);
        if (!first.isDay() && draws.chance(20)) {
            kinds.add("moved to UTC");
            start = DrawnTime.utc(start.instant());
        } else if (!first.isDay() && draws.chance(15)) {
            kinds.add("moved to another zone");
            start = new DrawnTime(Form.ZONED, moved, DrawnZone.drawn(draws));
        } else if (draws.chance(5)) {
            kinds.add("moved to whole days");
            start = DrawnTime.day(moved.toLocalDate().atStartOfDay(), home);
        }
        return new Differing(original, id, false, start, drawing.length(start), busy());
    }

    private Busy busy() {
        Busy busy = draws.oneOf(Busy.TAKEN, Busy.TAKEN, Busy.TAKEN, Busy.CANCELLED, Busy.FREE);
        kinds.add("date " + busy);
        return busy;
    }

    private Differing onwards(DrawnEvent event, EventDrawing drawing, Instant original) {
        DrawnTime id = named(event, original);
        kinds.add("THISANDFUTURE " + id.form());
        DrawnTime first = event.start();
        LocalDateTime local = first.zone().local(original);
        LocalDateTime moved = first.isDay()
                ? local.toLocalDate().atStartOfDay().plusDays(draws.between(0, 2))
                : local.plusMinutes(5L * draws.between(-6, 40));
        DrawnTime start = first.at(moved);
        Busy busy = draws.chance(80) ? Busy.TAKEN : Busy.CANCELLED;
        kinds.add("THISANDFUTURE " + busy);
        return new Differing(original, id, true, start, drawing.length(start), busy);
    }
}
