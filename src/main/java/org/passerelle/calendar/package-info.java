/** Calendars out and in: bookings as iCalendar, feeds that calendar programs subscribe to, closures read from files. */
@NullMarked
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {
            "platform",
            "platform :: digest",
            "platform :: http",
            "platform :: text",
            "platform :: work",
            "time",
            "directory",
            "account",
            "booking",
            "booking :: policy",
            "i18n"
        })
package org.passerelle.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
