package org.passerelle.calendar.read;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** The day that a time stands for where only days are meant, as in the EXDATE of an event of whole days. */
final class WrittenDay {

    private WrittenDay() {}

    /**
     * The day on which it is written, for midnights are written in every zone; but a time in UTC that is midnight in
     * {@code zone}, or within a day there, is that of {@code zone}.
     */
    static LocalDate of(EventMoment moment, ZoneId zone) {
        if (!EventMoment.isUtc(moment.zone())) {
            return moment.local().toLocalDate();
        }
        LocalDateTime there = LocalDateTime.ofInstant(moment.instant(), zone);
        boolean isMidnight = moment.local().toLocalTime().equals(LocalTime.MIDNIGHT);
        boolean isMidnightThere = there.toLocalTime().equals(LocalTime.MIDNIGHT);
        return isMidnight && !isMidnightThere ? moment.local().toLocalDate() : there.toLocalDate();
    }
}
