/** The resource's side of iTIP (RFC 5546): rooms that are invited by mail, like a booking attendant, answer for themselves. */
@NullMarked
@ApplicationModule(
        displayName = "Room agent",
        allowedDependencies = {
            "platform",
            "platform :: digest",
            "platform :: personal",
            "platform :: text",
            "platform :: work",
            "time",
            "directory",
            "directory :: arrangement",
            "account",
            "booking",
            "booking :: arrangement",
            "booking :: event",
            "booking :: decision",
            "booking :: model",
            "booking :: policy",
            "booking :: refusal",
            "availability",
            "availability :: query",
            "i18n",
            "calendar",
            "calendar :: fault",
            "calendar :: read",
            "calendar :: write",
            "mail",
            "mail :: inbox",
            "mail :: optout",
            "invitation :: offers"
        })
package org.passerelle.roomagent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
