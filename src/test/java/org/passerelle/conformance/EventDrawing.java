package org.passerelle.conformance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.conformance.DrawnEvent.Added;
import org.passerelle.conformance.DrawnTime.Form;

/**
 * Draws events about a window: zones, value types, lengths and rules that programs write. What the standard leaves open is
 * not drawn: lengths of days that begin within a night in which clocks change, and lengths of days of an RDATE in another
 * zone than the event's.
 */
final class EventDrawing {

    private final Draws draws;
    private final DrawnZone home;
    private final Span window;
    private final Set<String> kinds = new LinkedHashSet<>();

    EventDrawing(Draws draws, DrawnZone home, Span window) {
        this.draws = draws;
        this.home = home;
        this.window = window;
    }

    DrawnEvent event(String uid) {
        boolean repeats = draws.chance(75);
        DrawnTime start = start(repeats);
        List<DrawnRule> rules = List.of();
        if (repeats && draws.chance(85)) {
            RuleDrawing drawing = new RuleDrawing(draws);
            String text = drawing.endless();
            start = draws.chance(92) ? inStep(start, text) : start;
            boolean isInStep = isInStep(start, text);
            rules = List.of(isInStep ? drawing.ended(text, start) : new DrawnRule(text, Optional.empty()));
            kind(text.substring(0, text.contains(";") ? text.indexOf(';') : text.length()));
            kind(isInStep ? "in step" : "out of step");
            rules.get(0).until().ifPresent(until -> kind("UNTIL " + until.form()));
            rules = draws.chance(7) && isInStep ? more(rules.get(0), start, drawing) : rules;
        }
        DrawnLength length = length(start);
        DrawnEvent bare = new DrawnEvent(uid, start, length, rules, List.of(), List.of(), List.of(), true, Set.of());
        List<Added> added = repeats && draws.chance(35) ? added(bare) : List.of();
        bare = new DrawnEvent(uid, start, length, rules, added, List.of(), List.of(), true, Set.of());
        DateDrawing dates = new DateDrawing(draws, home, window, kinds);
        boolean recurs = !rules.isEmpty() || !added.isEmpty();
        List<DrawnTime> excluded = recurs && draws.chance(40) ? dates.excluded(bare) : List.of();
        bare = new DrawnEvent(uid, start, length, rules, added, excluded, List.of(), true, Set.of());
        var differing = recurs && draws.chance(45) ? dates.differing(bare, this) : List.<DrawnEvent.Differing>of();
        boolean busy = draws.chance(95);
        return new DrawnEvent(uid, start, length, rules, added, excluded, differing, busy, kinds);
    }

    /** A second rule, with an end as the first: more dates, or some fewer. */
    private List<DrawnRule> more(DrawnRule rule, DrawnTime start, RuleDrawing drawing) {
        DrawnRule second = drawing.ended(drawing.endless(), start);
        boolean except = draws.chance(50);
        if (!isBounded(rule) || !isBounded(second)) {
            return List.of(rule);
        }
        kind(except ? "EXRULE" : "two rules");
        return List.of(rule, new DrawnRule(second.text(), second.until(), except));
    }

    private static boolean isBounded(DrawnRule rule) {
        return rule.until().isPresent() || rule.text().contains("COUNT");
    }

    private void kind(String kind) {
        kinds.add(kind);
    }

    private DrawnTime start(boolean repeats) {
        DrawnTime.Form form =
                draws.oneOf(Form.UTC, Form.ZONED, Form.ZONED, Form.ZONED, Form.ZONED, Form.FLOATING, Form.DAY);
        DrawnZone zone = switch (form) {
            case UTC -> DrawnZone.UTC;
            case ZONED -> DrawnZone.drawn(draws);
            default -> home;
        };
        kind("start " + form + (form == Form.ZONED ? " " + zone.kind() : ""));
        LocalDate day = day(zone, repeats);
        return new DrawnTime(form, form == Form.DAY ? day.atStartOfDay() : day.atTime(time()), zone);
    }

    /** About the window; often where calendars are difficult. */
    private LocalDate day(DrawnZone zone, boolean repeats) {
        LocalDate first = home.local(window.start()).toLocalDate();
        LocalDate any = first.plusDays(draws.between(repeats ? -800 : -5, 360));
        return switch (draws.between(0, 9)) {
            case 0, 1, 2 -> {
                ZoneOffsetTransition change =
                        zone.clocks().nextTransition(any.atStartOfDay().toInstant(java.time.ZoneOffset.UTC));
                LocalDate night =
                        change == null ? any : change.getDateTimeBefore().toLocalDate();
                yield night.plusDays(draws.oneOf(-7, -1, -1, 0, 0));
            }
            case 3 -> any.withDayOfMonth(any.lengthOfMonth());
            case 4 -> repeats ? LocalDate.of(2024, 2, 29) : LocalDate.of(2027, 2, 28);
            default -> any;
        };
    }

    private LocalTime time() {
        return draws.chance(30)
                ? LocalTime.of(draws.between(0, 4), draws.oneOf(0, 30, 30, 55))
                : LocalTime.of(draws.between(6, 23), 5 * draws.between(0, 11));
    }

    /** The first start that the rule gives from there on, which most programs write. */
    private static DrawnTime inStep(DrawnTime start, String rule) {
        List<LocalDateTime> dates =
                new DrawnRule(rule, Optional.empty()).dates(start, start.local().plusYears(9));
        return dates.isEmpty() ? start : start.at(dates.get(0));
    }

    private static boolean isInStep(DrawnTime start, String rule) {
        List<LocalDateTime> dates =
                new DrawnRule(rule, Optional.empty()).dates(start, start.local().plusYears(9));
        return !dates.isEmpty() && dates.get(0).equals(start.local());
    }

    DrawnLength length(DrawnTime start) {
        if (start.isDay()) {
            int days = draws.chance(70) ? 1 : draws.between(2, draws.chance(5) ? 45 : 9);
            return switch (draws.between(0, 20)) {
                case 0 ->
                    kinded(
                            "length of a day in hours",
                            new DrawnLength.Lasting(0, Duration.ofMinutes(5L * draws.between(1, 200))));
                case 1, 2, 3, 4, 5 -> kinded("length DURATION", new DrawnLength.Lasting(days, Duration.ZERO));
                case 6, 7, 8, 9 -> kinded("length none", new DrawnLength.Unsaid(true));
                default ->
                    kinded(
                            "length DTEND",
                            new DrawnLength.Until(start.at(start.local().plusDays(days)), start));
            };
        }
        Duration hours = Duration.ofMinutes(5L * draws.between(1, draws.chance(20) ? 500 : 48));
        return switch (draws.between(0, 9)) {
            case 0, 1 -> kinded("length DURATION", new DrawnLength.Lasting(0, hours));
            case 2 ->
                start.local().getHour() < 5
                        ? kinded("length DURATION", new DrawnLength.Lasting(0, hours))
                        : kinded(
                                "length in days",
                                new DrawnLength.Lasting(
                                        draws.oneOf(1, 1, 2, 7), draws.chance(40) ? hours : Duration.ZERO));
            case 3 -> draws.chance(30) ? kinded("length none", new DrawnLength.Unsaid(false)) : until(start, hours);
            default -> until(start, hours);
        };
    }

    private DrawnLength until(DrawnTime start, Duration hours) {
        Instant end = start.instant().plus(hours);
        if (start.form() == Form.FLOATING) {
            DrawnTime local = start.at(start.zone().local(end));
            return local.instant().isAfter(start.instant())
                    ? kinded("length DTEND", new DrawnLength.Until(local, start))
                    : kinded("length DURATION", new DrawnLength.Lasting(0, hours));
        }
        if (draws.chance(15)) {
            return kinded("length DTEND in UTC", new DrawnLength.Until(DrawnTime.utc(end), start));
        }
        if (draws.chance(10)) {
            DrawnTime elsewhere =
                    DrawnTime.in(DrawnZone.iana(draws.oneOf(ZoneNamed.ALL).iana()), end);
            return elsewhere.instant().equals(end)
                    ? kinded("length DTEND elsewhere", new DrawnLength.Until(elsewhere, start))
                    : kinded("length DURATION", new DrawnLength.Lasting(0, hours));
        }
        DrawnTime same = start.at(start.zone().local(end));
        return same.instant().isAfter(start.instant())
                ? kinded("length DTEND", new DrawnLength.Until(same, start))
                : kinded("length DURATION", new DrawnLength.Lasting(0, hours));
    }

    private DrawnLength kinded(String kind, DrawnLength length) {
        kind(kind);
        return length;
    }

    private List<Added> added(DrawnEvent event) {
        List<Added> found = new ArrayList<>();
        Set<Instant> taken = new LinkedHashSet<>(ExpectedDates.starts(event, window.end()));
        DrawnTime first = event.start();
        for (int i = draws.between(1, 4); i > 0; i--) {
            LocalDateTime local = day(first.zone(), false).atTime(first.isDay() ? LocalTime.MIN : time());
            Added one = one(event, first.at(local));
            if (taken.add(one.start().instant())) {
                found.add(one);
            }
        }
        return found;
    }

    private Added one(DrawnEvent event, DrawnTime time) {
        if (time.isDay()) {
            kind("RDATE DAY");
            return new Added(time, Optional.empty(), false);
        }
        boolean inDays = event.length() instanceof DrawnLength.Lasting lasting && lasting.days() > 0;
        if (draws.chance(10) && time.form() != Form.UTC) {
            kind("RDATE DAY of other type");
            DrawnTime day = time.at(
                    time.local().toLocalDate().atTime(event.start().local().toLocalTime()));
            return new Added(day, Optional.empty(), true);
        }
        int how = inDays && time.local().getHour() < 5 ? 2 : draws.between(0, inDays ? 2 : 4);
        DrawnTime in = switch (how) {
            case 3 -> DrawnTime.utc(time.instant());
            case 4 -> {
                DrawnTime elsewhere = DrawnTime.in(DrawnZone.drawn(draws), time.instant());
                yield elsewhere.instant().equals(time.instant()) ? elsewhere : DrawnTime.utc(time.instant());
            }
            default -> draws.chance(50) || how != 2 ? time : DrawnTime.utc(time.instant());
        };
        if (how == 2) {
            kind("RDATE PERIOD " + in.form());
            return new Added(in, Optional.of(period(in)), false);
        }
        kind("RDATE " + in.form() + (in.form() == Form.ZONED && how == 4 ? " elsewhere" : ""));
        return new Added(in, Optional.empty(), false);
    }

    private DrawnLength period(DrawnTime start) {
        Duration hours = Duration.ofMinutes(5L * draws.between(1, 60));
        DrawnTime end = start.at(start.zone().local(start.instant().plus(hours)));
        if (draws.chance(50) && end.instant().isAfter(start.instant())) {
            return new DrawnLength.Until(end, start);
        }
        return new DrawnLength.Lasting(start.local().getHour() > 4 && draws.chance(30) ? 1 : 0, hours);
    }
}
