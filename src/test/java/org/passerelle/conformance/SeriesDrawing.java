package org.passerelle.conformance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.conformance.DrawnEvent.Added;
import org.passerelle.conformance.DrawnEvent.Busy;
import org.passerelle.conformance.DrawnEvent.Differing;
import org.passerelle.conformance.DrawnTime.Form;

/** Draws events that a room open day and night can take: ahead, bounded, no two dates of them at the same time. */
final class SeriesDrawing {

    private static final LocalDate FIRST = LocalDate.of(2026, 4, 2);
    private static final Instant LATEST = Instant.parse("2028-04-01T00:00:00Z");
    private static final int MOST = 30;
    private static final LocalDateTime LAST_SKIPPED = LocalDateTime.of(2027, 12, 1, 0, 0);

    private final Draws draws;
    private final DrawnZone home;
    private final Set<String> kinds;

    SeriesDrawing(Draws draws, DrawnZone home, Set<String> kinds) {
        this.draws = draws;
        this.home = home;
        this.kinds = kinds;
    }

    DrawnEvent event(String uid) {
        while (true) {
            Set<String> own = new LinkedHashSet<>();
            Optional<DrawnEvent> event = drawn(uid, own);
            if (event.filter(each -> isDisjoint(each) && canBeTold(each)).isPresent()) {
                kinds.addAll(own);
                return event.get();
            }
        }
    }

    private static boolean canBeTold(DrawnEvent event) {
        List<String> names = event.zones().map(DrawnZone::tzid).toList();
        return Set.copyOf(names).size() == names.size();
    }

    private Optional<DrawnEvent> drawn(String uid, Set<String> own) {
        Form form = draws.oneOf(Form.UTC, Form.ZONED, Form.ZONED, Form.ZONED, Form.FLOATING, Form.DAY);
        DrawnZone zone = form == Form.UTC ? DrawnZone.UTC : form == Form.ZONED ? DrawnZone.drawn(draws) : home;
        DrawnTime start = new DrawnTime(form, local(zone, form == Form.DAY), zone);
        own.add("start " + form + (form == Form.ZONED ? " " + zone.kind() : ""));
        List<DrawnRule> rules = List.of();
        if (draws.chance(70) && !zone.kind().equals("invented rules")) {
            RuleDrawing drawing = new RuleDrawing(draws);
            String text = drawing.endless();
            List<LocalDateTime> dates = new DrawnRule(text, Optional.empty())
                    .dates(start, start.local().plusYears(2));
            if (dates.size() < 2) {
                return Optional.empty();
            }
            start = start.at(dates.get(0));
            DrawnRule rule = drawing.ended(text, start);
            if (rule.until().isEmpty() && !rule.text().contains("COUNT")) {
                rule = new DrawnRule(text + ";COUNT=" + draws.between(2, 9), Optional.empty());
            }
            if (rule.dates(start, start.local()).isEmpty()) {
                return Optional.empty();
            }
            rules = List.of(rule);
            own.add(text.substring(0, text.contains(";") ? text.indexOf(';') : text.length()));
        }
        DrawnLength length = length(start, own);
        DrawnEvent plain = event(uid, start, length, rules, List.of(), List.of(), own);
        List<Added> added = draws.chance(25) ? List.of(rdate(plain)) : List.of();
        added.forEach(each -> own.add("RDATE"));
        DrawnEvent more = event(uid, start, length, rules, added, List.of(), own);
        List<Instant> starts = ExpectedDates.starts(more, Dialogue.WINDOW.end().plus(Duration.ofDays(2000)));
        if (starts.size() > MOST || starts.get(starts.size() - 1).isAfter(LATEST)) {
            return Optional.empty();
        }
        boolean recurs = starts.size() > 2;
        List<DrawnTime> excluded = recurs && draws.chance(25) ? List.of(named(more, draws.oneOf(starts))) : List.of();
        excluded.forEach(each ->
                own.add("EXDATE " + each.form() + (start(more).isDay() == each.isDay() ? "" : " of other type")));
        DrawnEvent left = new DrawnEvent(uid, start, length, rules, added, excluded, List.of(), true, own);
        List<Differing> differing = new ArrayList<>();
        if (recurs && draws.chance(25)) {
            Instant original = draws.oneOf(ExpectedDates.starts(left, Dialogue.WINDOW.end()));
            differing.add(differing(left, original, draws.oneOf(Busy.TAKEN, Busy.TAKEN, Busy.CANCELLED), false));
            own.add("with a date that differs");
        }
        return Optional.of(new DrawnEvent(uid, start, length, rules, added, excluded, differing, true, own));
    }

    private static DrawnTime start(DrawnEvent event) {
        return event.start();
    }

    private static DrawnEvent event(
            String uid,
            DrawnTime start,
            DrawnLength length,
            List<DrawnRule> rules,
            List<Added> added,
            List<Differing> differing,
            Set<String> kinds) {
        return new DrawnEvent(uid, start, length, rules, added, List.of(), differing, true, kinds);
    }

    private LocalDateTime local(DrawnZone zone, boolean day) {
        LocalDate any = FIRST.plusDays(draws.between(0, 300));
        if (draws.chance(8)) {
            Optional<LocalDateTime> skipped = skipped(zone, any, day);
            if (skipped.isPresent()) {
                return skipped.get();
            }
        }
        if (draws.chance(25)) {
            ZoneOffsetTransition change =
                    zone.clocks().nextTransition(any.atStartOfDay().toInstant(ZoneOffset.UTC));
            any = change == null
                    ? any
                    : change.getDateTimeBefore().toLocalDate().plusDays(draws.oneOf(-7, -1, 0));
        }
        any = any.isBefore(FIRST) ? FIRST : any;
        boolean atNight = draws.chance(20);
        int hour = atNight ? draws.between(0, 4) : draws.between(6, 20);
        return any.atTime(day ? LocalTime.MIN : LocalTime.of(hour, draws.oneOf(0, 15, 30, 30, 45)));
    }

    /** A time that clocks skip in the next night in which they go forward, that night or so many days before. */
    private Optional<LocalDateTime> skipped(DrawnZone zone, LocalDate after, boolean day) {
        ZoneOffsetTransition change =
                zone.clocks().nextTransition(after.plusDays(15).atStartOfDay().toInstant(ZoneOffset.UTC));
        if (change != null && !change.isGap()) {
            change = zone.clocks().nextTransition(change.getInstant());
        }
        if (change == null || change.getDateTimeBefore().isAfter(LAST_SKIPPED)) {
            return Optional.empty();
        }
        kinds.add("a night whose clocks go forward");
        long quarters = change.getDuration().toMinutes() / 15;
        LocalDateTime within = change.getDateTimeBefore().plusMinutes(15L * draws.between(0, (int) quarters - 1));
        LocalDateTime start = within.minusDays(draws.oneOf(0, 0, 1, 2, 7, 14));
        return Optional.of(day ? start.toLocalDate().atStartOfDay() : start);
    }

    private DrawnLength length(DrawnTime start, Set<String> own) {
        if (start.isDay()) {
            return draws.oneOf(
                    new DrawnLength.Lasting(1, Duration.ZERO),
                    new DrawnLength.Unsaid(true),
                    new DrawnLength.Until(start.at(start.local().plusDays(1)), start));
        }
        Duration hours = Duration.ofMinutes(15L * draws.between(1, 24));
        if (draws.chance(10) && start.local().getHour() > 5) {
            own.add("length in days");
            return new DrawnLength.Lasting(1, Duration.ZERO);
        }
        DrawnTime end = start.at(start.zone().local(start.instant().plus(hours)));
        return draws.chance(60) && end.instant().equals(start.instant().plus(hours))
                ? new DrawnLength.Until(end, start)
                : new DrawnLength.Lasting(0, hours);
    }

    private Added rdate(DrawnEvent event) {
        DrawnTime time =
                event.start().at(local(event.start().zone(), event.start().isDay()));
        if (time.isDay()) {
            return new Added(time, Optional.empty(), false);
        }
        boolean inDays = event.length() instanceof DrawnLength.Lasting lasting && lasting.days() > 0;
        return switch (draws.between(0, 2)) {
            case 0 ->
                new Added(
                        time,
                        Optional.of(new DrawnLength.Lasting(0, Duration.ofMinutes(15L * draws.between(1, 12)))),
                        false);
            case 1 ->
                inDays && time.local().getHour() < 5
                        ? new Added(
                                DrawnTime.utc(time.instant()),
                                Optional.of(new DrawnLength.Lasting(0, Duration.ofHours(1))),
                                false)
                        : new Added(inDays ? time : DrawnTime.utc(time.instant()), Optional.empty(), false);
            default ->
                inDays && time.local().getHour() < 5
                        ? new Added(time, Optional.of(new DrawnLength.Lasting(0, Duration.ofHours(2))), false)
                        : new Added(time, Optional.empty(), false);
        };
    }

    /** One date more, for ADD. */
    Added more(DrawnEvent event) {
        DrawnTime time =
                event.start().at(local(event.start().zone(), event.start().isDay()));
        DrawnTime start = !time.isDay() && draws.chance(30) ? DrawnTime.utc(time.instant()) : time;
        return new Added(start, Optional.of(length(start, new LinkedHashSet<>())), false);
    }

    private DrawnTime named(DrawnEvent event, Instant start) {
        return new DateDrawing(draws, home, Dialogue.WINDOW, new LinkedHashSet<>()).named(event, start);
    }

    Differing differing(DrawnEvent event, Instant original, Busy busy, boolean onwards) {
        DrawnTime id = named(event, original);
        kinds.add((onwards ? "THISANDFUTURE " : "RECURRENCE-ID ")
                + id.form()
                + (event.start().isDay() == id.isDay() ? "" : " of other type"));
        DrawnTime first = event.start();
        LocalDateTime local = first.zone().local(original);
        LocalDateTime moved = first.isDay()
                ? local.toLocalDate().atStartOfDay().plusDays(draws.between(-1, 1))
                : local.plusMinutes(15L * draws.between(onwards ? -4 : -20, onwards ? 12 : 20));
        DrawnTime start = first.at(moved);
        if (!onwards && !first.isDay() && draws.chance(20)) {
            start = DrawnTime.utc(start.instant());
        }
        return new Differing(original, id, onwards, start, length(start, new LinkedHashSet<>()), busy);
    }

    /** Whether all of it lies ahead, takes time, and no two dates meet. */
    static boolean isDisjoint(DrawnEvent event) {
        Span all = new Span(Instant.EPOCH, Dialogue.WINDOW.end());
        List<Span> dates = ExpectedDates.busy(event, all);
        Instant before = Dialogue.WINDOW.start().plus(Duration.ofDays(1));
        for (Span date : dates) {
            if (date.start().isBefore(before)) {
                return false;
            }
            before = date.end();
        }
        return true;
    }
}
