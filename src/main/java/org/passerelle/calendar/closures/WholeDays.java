package org.passerelle.calendar.closures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.directory.Closure;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;

/**
 * An event of whole days.
 *
 * @param uid empty if it has none
 * @param first its first occurrence, or the only one
 * @param without first days on which the rule is left out
 * @param replaces the first day of the occurrence of another event of the same {@code uid} that this one stands for
 */
record WholeDays(
        String uid,
        Closure first,
        Optional<Recurrence> rule,
        Set<LocalDate> without,
        Optional<LocalDate> replaces,
        boolean cancelled) {

    private static final int MOST_OCCURRENCES = 5_000;

    WholeDays {
        without = Set.copyOf(without);
    }

    /** The closures it stands for: all without a rule, otherwise those that begin from {@code from} and before {@code to}. */
    Stream<Closure> closures(LocalDate from, LocalDate to) {
        if (cancelled) {
            return Stream.empty();
        }
        if (rule.isEmpty()) {
            return Stream.of(first);
        }
        Interval window = Interval.of(midnight(from), midnight(to));
        return rule
                .get()
                .occurrences(first.firstDay().atStartOfDay(), ZoneOffset.UTC, window, MOST_OCCURRENCES)
                .stream()
                .map(start -> start.local().toLocalDate())
                .filter(day -> !without.contains(day))
                .map(this::movedTo);
    }

    /** The same event, left out on {@code more} days. */
    WholeDays without(Set<LocalDate> more) {
        Set<LocalDate> both = new HashSet<>(without);
        both.addAll(more);
        return new WholeDays(uid, first, rule, both, replaces, cancelled);
    }

    private Closure movedTo(LocalDate day) {
        long more = ChronoUnit.DAYS.between(first.firstDay(), first.lastDay());
        return new Closure(day, day.plusDays(more), first.reason());
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
