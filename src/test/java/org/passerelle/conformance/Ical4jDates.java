package org.passerelle.conformance;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.Recur;

/**
 * The dates of a rule on the clock of the wall as ical4j gives them: a third judge, beside lib-recur and biweekly. It is asked
 * about rules alone, since with zones and lists of dates it is known to go wrong.
 */
final class Ical4jDates {

    private Ical4jDates() {}

    /** From {@code start} on, not later than {@code last}; empty where ical4j is not asked, because it is known to read otherwise. */
    static Optional<List<LocalDateTime>> of(DrawnRule rule, LocalDateTime start, LocalDateTime last) {
        String text = rule.text();
        // Of weeks in some months it may give whole ones, where BYMONTH limits (RFC 5545 section 3.3.10).
        boolean isOfWeeksInMonths = text.startsWith("FREQ=WEEKLY") && text.contains("BYMONTH=");
        if (isOfWeeksInMonths) {
            return Optional.empty();
        }
        // Without WKST its weeks begin with those of the machine's locale, where the standard says Monday.
        String explicit = text.contains("WKST=") ? text : text + ";WKST=MO";
        return Optional.of(new Recur<LocalDateTime>(explicit)
                .getDates(start, start, last).stream().distinct().sorted().toList());
    }
}
