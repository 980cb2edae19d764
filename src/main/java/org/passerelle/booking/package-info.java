/** The promise of no double booking: one booking is one document, guarded by one unique index on its claims. */
@NullMarked
@ApplicationModule(
        displayName = "Booking",
        allowedDependencies = {
            "platform",
            "platform :: digest",
            "platform :: personal",
            "platform :: snapshot",
            "platform :: store",
            "platform :: text",
            "platform :: work",
            "time",
            "directory",
            "directory :: arrangement",
            "directory :: permission",
            "account"
        })
package org.passerelle.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
