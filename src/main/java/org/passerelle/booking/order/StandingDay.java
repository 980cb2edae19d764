package org.passerelle.booking.order;

import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.directory.SiteClock.LocalPart;
import org.passerelle.time.DayPart;

/** The day of what is to change, and the part of it if it is one: whoever moves it by parts of days need not say both again. */
public record StandingDay(Optional<LocalDate> date, Optional<DayPart> part) {

    /** Of what does not exist yet. */
    public static final StandingDay NONE = new StandingDay(Optional.empty(), Optional.empty());

    /**
     * @param date on which it is, on its own clock
     * @param part that it is, at the site of its first room as it stands
     */
    public static StandingDay on(LocalDate date, Optional<LocalPart> part) {
        return new StandingDay(Optional.of(date), part.map(LocalPart::part));
    }
}
