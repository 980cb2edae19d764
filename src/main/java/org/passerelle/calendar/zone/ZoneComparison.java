package org.passerelle.calendar.zone;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.time.ExpansionBudget;
import org.passerelle.time.ExpansionTooDear;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;

/**
 * Finds the zone of Java's whose clocks do what a VTIMEZONE says, first over years, as that zone is meant; else on the dates of
 * one event alone.
 */
public final class ZoneComparison {

    /** More would be an attack; each may take a millisecond. */
    private static final int MOST = 100;

    /** Seconds; clocks of today are whole quarters of an hour from UTC, everything else is invented. */
    private static final int A_QUARTER = 900;

    private static final Duration YEARS = Duration.ofDays(3 * 366);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_DATES = 750;

    private record Question(EventClock clock, Interval span) {}

    private final Map<Question, Optional<ZoneId>> answered = new HashMap<>();
    private final ZoneId local;
    private final ExpansionBudget budget;
    private int comparisons;

    /** @param local the zone of the reader, which is preferred */
    public ZoneComparison(ZoneId local, ExpansionBudget budget) {
        this.local = local;
        this.budget = budget;
    }

    /**
     * @param located the zone that the calendar mentions as the place of these clocks
     * @param first of the dates of the event, half-open
     * @param start of a series, as its clock shows it
     * @param rule by which it recurs
     */
    public Optional<ZoneId> alike(
            EventClock clock,
            Optional<ZoneId> located,
            Interval first,
            LocalDateTime start,
            Optional<Recurrence> rule) {
        try {
            Optional<ZoneId> lasting = alike(clock, located, years(clock, first.start()), true);
            return lasting.isPresent()
                    ? lasting
                    : own(clock, first, start, rule).flatMap(span -> alike(clock, located, span, rule.isPresent()));
        } catch (ExpansionTooDear e) {
            return Optional.empty();
        }
    }

    /** From the year of the event on, or from when its clocks have been doing what they do now. */
    private static Interval years(EventClock clock, Instant start) {
        int year = Math.max(
                start.atOffset(ZoneOffset.UTC).getYear(),
                clock.written().orElseThrow().presentSince());
        return Interval.of(Instant.parse("%04d-01-01T00:00:00Z".formatted(year)), YEARS);
    }

    /** From the first to the last date; empty if there is no last one, or it is far away. */
    private Optional<Interval> own(EventClock clock, Interval first, LocalDateTime start, Optional<Recurrence> rule) {
        Interval around = first.extendedBy(DAY, DAY);
        if (rule.isEmpty()) {
            return Optional.of(around);
        }
        List<Recurrence.Start> starts = rule.get().first(MOST_DATES, start, clock, budget);
        return starts.isEmpty() || starts.size() == MOST_DATES
                ? Optional.empty()
                : Optional.of(Interval.of(
                        around.start(),
                        starts.get(starts.size() - 1)
                                .instant()
                                .plus(first.length())
                                .plus(DAY)));
    }

    private Optional<ZoneId> alike(EventClock clock, Optional<ZoneId> located, Interval span, boolean anywhere) {
        Question question = new Question(clock, span);
        Optional<ZoneId> before = answered.getOrDefault(question, Optional.empty());
        if (answered.containsKey(question) || ++comparisons > MOST) {
            return before;
        }
        Optional<ZoneId> found = candidates(clock, located, span, anywhere)
                .filter(zone -> isLike(clock, zone, span))
                .findFirst();
        answered.put(question, found);
        return found;
    }

    /** The zone that is named; else that of the reader, then a fixed one, then those that Windows knows. */
    private Stream<ZoneId> candidates(EventClock clock, Optional<ZoneId> located, Interval span, boolean anywhere) {
        if (clock.known()) {
            return Stream.of(clock.zone());
        }
        Stream<ZoneId> near = Stream.of(
                        located.stream(), Stream.of(local, ZoneId.of("Europe/Paris"), ZoneId.of("America/New_York")))
                .flatMap(each -> each);
        ZoneOffset offset = offset(clock, span.start());
        Stream<ZoneId> fixed =
                offset.getTotalSeconds() % A_QUARTER == 0 ? Stream.of(ZoneNames.fixed(offset)) : Stream.of();
        return anywhere ? Stream.of(near, fixed, ZoneNames.usual().stream()).flatMap(each -> each) : near;
    }

    private static boolean isLike(EventClock clock, ZoneId zone, Interval span) {
        for (Instant probe = span.start(); probe.isBefore(span.end()); probe = probe.plus(Duration.ofHours(24 * 9))) {
            if (!isLikeAt(clock, zone, probe)) {
                return false;
            }
        }
        int last = span.end().atOffset(ZoneOffset.UTC).getYear();
        for (int year = span.start().atOffset(ZoneOffset.UTC).getYear(); year <= last; year++) {
            for (ZoneOffsetTransition change :
                    clock.written().orElseThrow().rules(year).getTransitions()) {
                Instant at = change.getInstant();
                boolean isWithin = span.contains(at.minusSeconds(60)) && span.contains(at);
                if (isWithin && !(isLikeAt(clock, zone, at.minusSeconds(60)) && isLikeAt(clock, zone, at))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isLikeAt(EventClock clock, ZoneId zone, Instant moment) {
        return zone.getRules().getOffset(moment).equals(offset(clock, moment));
    }

    private static ZoneOffset offset(EventClock clock, Instant moment) {
        return ZoneOffset.ofTotalSeconds(
                (int) Duration.between(moment.atOffset(ZoneOffset.UTC).toLocalDateTime(), clock.local(moment))
                        .toSeconds());
    }
}
