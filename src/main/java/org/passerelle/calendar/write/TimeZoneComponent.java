package org.passerelle.calendar.write;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.passerelle.time.Interval;

/**
 * A VTIMEZONE (RFC 5545 section 3.6.5), exact for a span of time. In the shape that every known client reads:
 *
 * <ul>
 *   <li>a zone whose clock changes by one pair of yearly rules throughout the span: those two rules;
 *   <li>a zone whose clock does not change within the span: one offset and no rule;
 *   <li>any other (Morocco's Ramadan, a law changed within the span): every single onset, one part each. RDATE is not
 *       used, because Outlook ignores it.
 * </ul>
 */
record TimeZoneComponent(ZoneId zone, List<Observance> observances) {

    TimeZoneComponent {
        observances = List.copyOf(observances);
    }

    /** @throws IllegalArgumentException for UTC, whose times are written with {@code Z} and need no component */
    static TimeZoneComponent of(ZoneId zone, Interval span) {
        if (ContentLine.isUtc(zone)) {
            throw new IllegalArgumentException("UTC has no VTIMEZONE");
        }
        List<Observance> yearly = yearly(zone, span);
        return new TimeZoneComponent(zone, yearly.isEmpty() ? enumerated(zone, span) : yearly);
    }

    void writeTo(IcsWriter out) {
        out.begin("VTIMEZONE").write(ContentLine.text("TZID", zone.getId()));
        observances.forEach(observance -> observance.writeTo(out));
        out.end("VTIMEZONE");
    }

    private static List<Observance> yearly(ZoneId zone, Interval span) {
        List<Observance> found = new ArrayList<>();
        for (var rule : zone.getRules().getTransitionRules()) {
            Optional<String> text = YearlyOnset.rule(rule);
            if (text.isPresent()) {
                found.add(Observance.yearly(zone, rule, text.get(), year(span.end())));
            }
        }
        return found.size() == 2 && rulesHoldThroughout(zone.getRules(), span) ? found : List.of();
    }

    /** Whether the current rules give every change within the span and the offset at its start. */
    private static boolean rulesHoldThroughout(ZoneRules rules, Interval span) {
        List<ZoneOffsetTransition> byRule = IntStream.rangeClosed(year(span.start()) - 1, year(span.end()) + 1)
                .boxed()
                .flatMap(year -> rules.getTransitionRules().stream().map(rule -> rule.createTransition(year)))
                .sorted(Comparator.comparing(ZoneOffsetTransition::getInstant))
                .toList();
        Optional<ZoneOffset> offsetAtStart = byRule.stream()
                .filter(transition -> !transition.getInstant().isAfter(span.start()))
                .reduce((earlier, later) -> later)
                .map(ZoneOffsetTransition::getOffsetAfter);
        List<ZoneOffsetTransition> within = byRule.stream()
                .filter(transition -> transition.getInstant().isAfter(span.start())
                        && !transition.getInstant().isAfter(span.end()))
                .toList();
        return offsetAtStart.equals(Optional.of(rules.getOffset(span.start()))) && within.equals(changes(rules, span));
    }

    private static List<Observance> enumerated(ZoneId zone, Interval span) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffsetTransition> changes = new ArrayList<>(changes(rules, span));
        ZoneOffsetTransition before = rules.previousTransition(span.start().plusNanos(1));
        List<Observance> found = new ArrayList<>();
        if (changes.isEmpty() || before == null) {
            found.add(Observance.constant(zone, span.start()));
        } else {
            changes.add(0, before);
        }
        changes.forEach(change -> found.add(Observance.once(zone, change)));
        return found;
    }

    private static List<ZoneOffsetTransition> changes(ZoneRules rules, Interval span) {
        List<ZoneOffsetTransition> found = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(span.start());
        while (next != null && !next.getInstant().isAfter(span.end())) {
            found.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        return found;
    }

    private static int year(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).getYear();
    }
}
