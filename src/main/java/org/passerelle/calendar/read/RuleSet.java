package org.passerelle.calendar.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.calendar.fault.CalendarFaultCode;
import org.passerelle.calendar.read.CalendarEvent.Repetition;
import org.passerelle.time.ExpansionBudget;
import org.passerelle.time.ExpansionTooDear;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;

/**
 * Several rules of one event as one rule with dates: those that further rules add (RRULE more than once, RFC 5545 section
 * 3.8.5.3) and those that EXRULE leaves out (RFC 2445 section 4.8.5.2, which Exchange and old programs still write). Only
 * what ends can be written as dates; the rest is not understood, and never half of it.
 */
final class RuleSet {

    /** Dates that further rules add, and dates that are left out, of one event. */
    static final int MOST_DATES = 750;

    private final EventTime time;
    private final EventMoment start;
    private final ExpansionBudget budget;

    /** @param time of the event: where all its rules begin */
    RuleSet(EventTime time, ExpansionBudget budget) {
        this.time = time;
        this.start = time.start();
        this.budget = budget;
    }

    /**
     * @param rules at least two, or one beside {@code without}
     * @param without the rules of EXRULE
     * @param dates what is left out and added besides
     */
    Repetition joined(List<Recurrence> rules, List<Recurrence> without, Repetition dates) throws Unreadable {
        try {
            return join(rules, without, dates);
        } catch (ExpansionTooDear e) {
            throw new Unreadable(CalendarFaultCode.RULES_TOO_DEAR);
        }
    }

    private Repetition join(List<Recurrence> rules, List<Recurrence> without, Repetition dates) throws Unreadable {
        List<Recurrence> ordered = new ArrayList<>(rules);
        ordered.sort(Comparator.comparing(rule -> !rule.isInfinite()));
        Optional<Recurrence> main = ordered.stream().findFirst();
        List<EventTime> added = new ArrayList<>(dates.added());
        if (ordered.size() > 1) {
            added.addAll(new HashSet<>(further(main.orElseThrow(), ordered.subList(1, ordered.size())))
                    .stream()
                            .sorted(Comparator.comparing(EventMoment::instant))
                            .map(time::at)
                            .toList());
        }
        List<EventMoment> excluded = new ArrayList<>(dates.excluded());
        for (Recurrence rule : without) {
            excluded.addAll(leftOut(rule, main, added));
        }
        if (excluded.size() - dates.excluded().size() > MOST_DATES) {
            throw new Unreadable(CalendarFaultCode.EXRULE_LEAVES_OUT_TOO_MANY, MOST_DATES);
        }
        Set<Instant> out = new HashSet<>();
        excluded.forEach(moment -> out.add(moment.instant()));
        added.removeIf(date -> out.contains(date.start().instant()));
        return new Repetition(main, excluded, added);
    }

    /** The dates of {@code others} that {@code main} does not give anyway. */
    private List<EventMoment> further(Recurrence main, List<Recurrence> others) throws Unreadable {
        List<EventMoment> found = new ArrayList<>();
        for (Recurrence rule : others) {
            if (rule.isInfinite()) {
                throw new Unreadable(CalendarFaultCode.RULES_WITHOUT_END);
            }
            found.addAll(first(rule, CalendarFaultCode.FURTHER_RULES_GIVE_TOO_MANY));
        }
        found.removeIf(moment -> moment.instant().equals(start.instant()));
        Set<Instant> known = given(main, found);
        found.removeIf(moment -> known.contains(moment.instant()));
        return found;
    }

    private List<EventMoment> leftOut(Recurrence rule, Optional<Recurrence> main, List<EventTime> added)
            throws Unreadable {
        if (!rule.isInfinite()) {
            return first(rule, CalendarFaultCode.EXRULE_LEAVES_OUT_TOO_MANY);
        }
        if (main.filter(Recurrence::isInfinite).isPresent()) {
            throw new Unreadable(CalendarFaultCode.EXRULE_WITHOUT_END);
        }
        List<EventMoment> all = new ArrayList<>();
        added.forEach(date -> all.add(date.start()));
        all.add(start);
        if (main.isPresent()) {
            all.addAll(first(main.get(), CalendarFaultCode.RULE_GIVES_TOO_MANY));
        }
        Set<Instant> out = given(rule, all);
        return all.stream()
                .filter(moment -> out.contains(moment.instant()))
                .distinct()
                .toList();
    }

    /** The starts of {@code rule} in the time that {@code moments} take up. */
    private Set<Instant> given(Recurrence rule, List<EventMoment> moments) {
        Set<Instant> starts = new HashSet<>();
        Optional<Instant> first = moments.stream().map(EventMoment::instant).min(Comparator.naturalOrder());
        Optional<Instant> last = moments.stream().map(EventMoment::instant).max(Comparator.naturalOrder());
        if (first.isPresent() && last.isPresent()) {
            Interval span = Interval.of(first.get(), last.get().plusSeconds(1));
            rule.occurrences(time.recurring().start(), time.recurring().clock(), span, Integer.MAX_VALUE, budget)
                    .forEach(each -> starts.add(each.instant()));
        }
        return starts;
    }

    private List<EventMoment> first(Recurrence rule, CalendarFaultCode tooMany) throws Unreadable {
        List<EventMoment> found =
                rule
                        .first(
                                MOST_DATES + 1,
                                time.recurring().start(),
                                time.recurring().clock(),
                                budget)
                        .stream()
                        .map(each -> time.at(each.local()).start())
                        .toList();
        if (found.size() > MOST_DATES) {
            throw new Unreadable(tooMany, MOST_DATES);
        }
        return found;
    }
}
