package org.passerelle.directory;

import java.time.LocalDate;

/** Whole days on which a site is shut, {@code firstDay} to {@code lastDay} both inclusive, in the site's own calendar. */
public record Closure(LocalDate firstDay, LocalDate lastDay, String reason) {

    public Closure {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("A closure must not end before it starts");
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
