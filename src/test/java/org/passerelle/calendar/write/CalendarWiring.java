package org.passerelle.calendar.write;

import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.directory.Directories;

/** What writes calendars, for tests without Spring. */
public final class CalendarWiring {

    private CalendarWiring() {}

    public static InvitationCalendars invitations(Directories directories) {
        return new InvitationCalendars(directories);
    }

    public static BookingCalendar bookings(Directories directories, Accounts accounts) {
        return new BookingCalendar(
                directories, new EventRendering.Factory(accounts, (booking, who) -> Optional.empty()));
    }
}
