package org.passerelle.calendar.write;

import org.passerelle.directory.Directories;

/** What writes calendars, for tests without Spring. */
public final class CalendarWiring {

    private CalendarWiring() {}

    public static InvitationCalendars invitations(Directories directories) {
        return new InvitationCalendars(directories);
    }
}
