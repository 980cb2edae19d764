package org.passerelle.calendar.zone;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.time.ExpansionBudget;
import org.passerelle.time.ExpansionTooDear;
import org.passerelle.time.Interval;

/**
 * What clocks do by a VTIMEZONE (RFC 5545 section 3.6.5), worked out for ten years at a time, as they are asked for. Each change
 * holds until the next one; before the first, what that one gives up. For one thread.
 */
public final class WrittenZone {

    private static final int YEARS = 10;

    /** So far no offset from UTC moves a moment into another year. */
    private static final Duration MARGIN = Duration.ofDays(2);

    private final List<ClockChange> once;
    private final List<YearlyOnsets> yearly;
    private final Optional<Instant> until;
    private final ExpansionBudget budget;
    private final Map<Integer, ZoneRules> known = new HashMap<>();

    /**
     * @param once changes that no rule gives
     * @param until the end of what is said (TZUNTIL, RFC 7808 section 7.2.1)
     */
    public WrittenZone(
            List<ClockChange> once, List<YearlyOnsets> yearly, Optional<Instant> until, ExpansionBudget budget) {
        this.once = once.stream().sorted(Comparator.comparing(ClockChange::at)).toList();
        this.yearly = List.copyOf(yearly);
        this.until = until;
        this.budget = budget;
    }

    /**
     * The rules of its clocks for a year and those around it.
     *
     * @throws ExpansionTooDear if working them out takes too long
     */
    public ZoneRules rules(int year) {
        return known.computeIfAbsent(Math.floorDiv(year, YEARS), this::decade);
    }

    /** Whether it says what clocks show at {@code moment}: from its first change on, to its last one if they end. */
    boolean covers(Instant moment) {
        boolean isLate = until.filter(end -> !moment.isBefore(end)).isPresent()
                || yearly.stream().noneMatch(YearlyOnsets::isEndless) && !moment.isBefore(lastChange());
        return !isLate && !moment.isBefore(since());
    }

    private Instant since() {
        Instant first = once.isEmpty() ? Instant.MAX : once.get(0).at();
        for (YearlyOnsets each : yearly) {
            first = Interval.earlier(first, each.since());
        }
        return first;
    }

    private Instant lastChange() {
        Instant last = once.isEmpty() ? Instant.MIN : once.get(once.size() - 1).at();
        for (YearlyOnsets each : yearly) {
            Instant end = each.lastBefore(Instant.parse("9999-12-30T00:00:00Z"), budget)
                    .map(ClockChange::at)
                    .orElse(Instant.MIN);
            last = end.isAfter(last) ? end : last;
        }
        return last;
    }

    /** The year since which today's rules hold; a year long ago if none does. */
    int presentSince() {
        return yearly.stream()
                .filter(YearlyOnsets::isEndless)
                .mapToInt(each -> each.start().getYear() + 1)
                .max()
                .orElse(Year.MIN_VALUE);
    }

    private ZoneRules decade(int decade) {
        Interval span = Interval.of(
                startOf(decade * YEARS).minus(MARGIN),
                startOf((decade + 1) * YEARS).plus(MARGIN));
        List<ClockChange> changes = new ArrayList<>();
        once.stream().filter(each -> span.contains(each.at())).forEach(changes::add);
        yearly.forEach(each -> changes.addAll(each.within(span, budget)));
        changes.sort(Comparator.comparing(ClockChange::at));
        ZoneOffset offset = offsetBefore(span.start());
        ZoneOffset base = offset;
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            ClockChange change = changes.get(i);
            boolean isOverruled =
                    i + 1 < changes.size() && changes.get(i + 1).at().equals(change.at());
            if (!isOverruled && !change.after().equals(offset)) {
                LocalDateTime at = LocalDateTime.ofInstant(change.at(), offset);
                transitions.add(ZoneOffsetTransition.of(at, offset, change.after()));
                offset = change.after();
            }
        }
        return ZoneRules.of(base, base, List.of(), transitions, List.of());
    }

    private ZoneOffset offsetBefore(Instant moment) {
        List<ClockChange> before = new ArrayList<>();
        once.stream().filter(each -> each.at().isBefore(moment)).forEach(before::add);
        yearly.forEach(each -> each.lastBefore(moment, budget).ifPresent(before::add));
        return before.stream()
                .max(Comparator.comparing(ClockChange::at))
                .map(ClockChange::after)
                .orElseGet(this::first);
    }

    /** What clocks showed before they first changed. */
    private ZoneOffset first() {
        Instant first = since();
        return once.stream()
                .filter(each -> each.at().equals(first))
                .map(ClockChange::before)
                .findFirst()
                .orElseGet(() -> yearly.stream()
                        .min(Comparator.comparing(YearlyOnsets::since))
                        .orElseThrow()
                        .before());
    }

    private static Instant startOf(int year) {
        return Year.of(year).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
