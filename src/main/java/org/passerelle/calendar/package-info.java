/** Calendars out and in: what is written for calendar programs, and what is read of calendars of others. */
@NullMarked
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {
            "platform",
            "platform :: cache",
            "platform :: digest",
            "platform :: http",
            "platform :: personal",
            "platform :: store",
            "platform :: text",
            "platform :: work",
            "time",
            "directory",
            "directory :: arrangement",
            "account",
            "booking",
            "booking :: arrangement",
            "booking :: busy",
            "booking :: event",
            "booking :: model",
            "booking :: policy",
            "booking :: refusal",
            "booking :: store",
            "booking :: task",
            "i18n"
        })
package org.passerelle.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
