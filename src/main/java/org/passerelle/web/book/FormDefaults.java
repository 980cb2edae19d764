package org.passerelle.web.book;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.passerelle.booking.policy.OpeningTimes;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Site;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** Fills in when, where somebody did not say: the next half-hour of the site's next open day. */
@Component
public class FormDefaults {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime LATE = LocalTime.of(17, 30);
    private static final int SEARCHED_DAYS = 21;

    private final Directories directories;
    private final Clock clock;

    FormDefaults(Directories directories, Clock clock) {
        this.directories = directories;
        this.clock = clock;
    }

    /** {@code when} with the next open day of {@code site} on which its start, or the next half-hour, is to come, where it has no day or no start. */
    public BookingForm.When fill(BookingForm.When when, Site site) {
        ZonedDateTime now = clock.instant().atZone(site.zone()).truncatedTo(ChronoUnit.MINUTES);
        ZonedDateTime next = now.plusMinutes(30 - now.getMinute() % 30);
        boolean isInTime = WrittenTimes.ifReadable(when.start(), WrittenTimes::timeOfDay)
                .map(start -> start.isAfter(now.toLocalTime()))
                .orElse(next.toLocalTime().isBefore(LATE) && next.toLocalDate().equals(now.toLocalDate()));
        boolean today = isInTime && isOpen(site, now.toLocalDate());
        LocalDate date = today ? next.toLocalDate() : nextOpenDay(site, now.toLocalDate());
        LocalTime start = today && next.toLocalTime().isAfter(MORNING) ? next.toLocalTime() : MORNING;
        return new BookingForm.When(
                when.date().isEmpty() ? date.toString() : when.date(),
                when.start().isEmpty() ? PageWords.time(start) : when.start(),
                when.length(),
                when.until());
    }

    private LocalDate nextOpenDay(Site site, LocalDate today) {
        return today.plusDays(1)
                .datesUntil(today.plusDays(SEARCHED_DAYS))
                .filter(day -> isOpen(site, day))
                .findFirst()
                .orElse(today.plusDays(1));
    }

    private boolean isOpen(Site site, LocalDate day) {
        return directories.current().roomsAt(site.id()).stream()
                .anyMatch(room -> !OpeningTimes.on(day, room, site).isEmpty());
    }
}
