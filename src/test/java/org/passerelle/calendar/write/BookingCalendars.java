package org.passerelle.calendar.write;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.calendar.StrictReading;
import org.passerelle.directory.Directories;
import org.passerelle.time.Interval;

/** Calendar files of bookings, and what another program makes of them. */
public final class BookingCalendars {

    private final BookingCalendar calendar;

    public BookingCalendars(Directories directories, Accounts accounts) {
        this.calendar = new BookingCalendar(
                directories, new EventRendering.Factory(accounts, (booking, who) -> Optional.empty()));
    }

    /** The dates of {@code booking} that {@code reader} has in the end, by start. */
    public List<Interval> read(Booking booking, Person reader) {
        byte[] file = calendar.write(booking, reader, Locale.ENGLISH);
        try {
            return StrictReading.dates(file).stream()
                    .map(StrictReading.Date::time)
                    .toList();
        } catch (AssertionError e) {
            throw new AssertionError(new String(file, StandardCharsets.UTF_8), e);
        }
    }
}
