/** Webhooks: changes of bookings told to programs of others by HTTP, signed, in order for each booking, and again until taken. */
@NullMarked
@ApplicationModule(
        displayName = "Webhooks",
        allowedDependencies = {
            "platform",
            "platform :: digest",
            "platform :: http",
            "platform :: personal",
            "platform :: store",
            "platform :: work",
            "directory",
            "account",
            "booking",
            "booking :: busy",
            "booking :: changelog",
            "booking :: model",
            "calendar :: cache",
            "calendar :: feed",
            "calendar :: write"
        })
package org.passerelle.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
