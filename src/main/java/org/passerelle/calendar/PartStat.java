package org.passerelle.calendar;

import java.util.Arrays;
import java.util.Optional;

/** Whether somebody comes (PARTSTAT, RFC 5545 section 3.2.12). */
public enum PartStat {
    NEEDS_ACTION,
    ACCEPTED,
    DECLINED,
    TENTATIVE;

    /** As iCalendar and the API write it, for instance {@code NEEDS-ACTION}. */
    public String token() {
        return name().replace('_', '-');
    }

    /** Empty for states that are no answer, such as {@code DELEGATED}. */
    public static Optional<PartStat> parse(String token) {
        return Arrays.stream(values())
                .filter(each -> each.token().equalsIgnoreCase(token))
                .findFirst();
    }
}
