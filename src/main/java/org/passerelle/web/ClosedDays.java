package org.passerelle.web;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Site;

/** The whole days on which a site is shut, as a field for a day shows them: a guide, for a day that is shut can still be chosen. */
final class ClosedDays {

    private static final int SHOWN_MONTHS = 13;

    private ClosedDays() {}

    /** From {@code today} on for thirteen months, such as {@code 2027-01-01/2027-01-02 2027-05-01/2027-05-01}: both days of each are shut. */
    static String of(Site site, LocalDate today) {
        LocalDate end = today.plusMonths(SHOWN_MONTHS);
        return site.closures().stream()
                .filter(Closure::isOfTheWholeSite)
                .filter(Closure::isOfWholeDays)
                .filter(closure -> !closure.lastDay().isBefore(today))
                .filter(closure -> closure.firstDay().isBefore(end))
                .map(closure -> closure.firstDay() + "/" + closure.lastDay())
                .collect(Collectors.joining(" "));
    }
}
