package org.passerelle.conformance;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recurrenceset.OfRule;

/**
 * A rule as it is written, expanded by lib-recur on the clock of the wall. UNTIL is followed here, since lib-recur knows
 * neither the zone nor what programs write against the standard.
 *
 * @param text without UNTIL
 * @param except EXRULE, whose dates are left out
 * @param until the last start that may be; a day or a local time means what clocks show
 */
public record DrawnRule(String text, Optional<DrawnTime> until, boolean except) {

    DrawnRule(String text, Optional<DrawnTime> until) {
        this(text, until, false);
    }

    private static final int MOST = 2_000;

    /** From {@code start} on, not later than {@code last}; {@code start} itself only where the rule gives it. */
    List<LocalDateTime> dates(DrawnTime start, LocalDateTime last) {
        List<LocalDateTime> found = new ArrayList<>();
        try {
            var first = moment(start.local());
            var instances = new OfRule(new RecurrenceRule(text), first).iterator();
            while (instances.hasNext() && found.size() < MOST) {
                var next = instances.next();
                LocalDateTime local = LocalDateTime.of(
                        next.getYear(), next.getMonth() + 1, next.getDayOfMonth(), next.getHours(), next.getMinutes());
                if (local.isAfter(last) || isOver(local, start.zone().instant(local))) {
                    return found;
                }
                found.add(local);
            }
            return found;
        } catch (InvalidRecurrenceRuleException refused) {
            throw new IllegalStateException("lib-recur refuses " + text, refused);
        } catch (IllegalStateException | IllegalArgumentException gaveUp) {
            return found; // after many periods without a match: there is nothing more
        }
    }

    private boolean isOver(LocalDateTime local, Instant moment) {
        return until.filter(end -> switch (end.form()) {
                    case DAY -> local.toLocalDate().isAfter(end.local().toLocalDate());
                    case FLOATING -> local.isAfter(end.local());
                    default -> moment.isAfter(end.instant());
                })
                .isPresent();
    }

    private static DateTime moment(LocalDateTime local) {
        return new DateTime(
                local.getYear(),
                local.getMonthValue() - 1,
                local.getDayOfMonth(),
                local.getHour(),
                local.getMinute(),
                0);
    }

    String written() {
        return text + until.map(end -> ";UNTIL=" + end.value()).orElse("");
    }
}
