/** Shuts sites and rooms for a while: what that does to the bookings there is shown first, then done, and can be undone for an hour. */
@NullMarked
@ApplicationModule(
        displayName = "Closures",
        allowedDependencies = {
            "platform",
            "platform :: digest",
            "platform :: personal",
            "platform :: text",
            "platform :: work",
            "time",
            "directory",
            "directory :: edit",
            "directory :: fault",
            "directory :: version",
            "account",
            "booking",
            "booking :: changelog",
            "booking :: event",
            "booking :: model",
            "booking :: policy",
            "booking :: refusal",
            "booking :: store",
            "availability",
            "availability :: query"
        })
package org.passerelle.closure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
