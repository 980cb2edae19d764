/** Calendars out and in: bookings as iCalendar, feeds that calendar programs subscribe to, closures read from files. */
@NullMarked
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {
            "time",
            "directory",
            "account",
            "booking",
            "booking :: policy",
            "platform",
            "platform :: digest",
            "platform :: http",
            "platform :: text",
            "platform :: work",
            "wording"
        })
package org.passerelle.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
