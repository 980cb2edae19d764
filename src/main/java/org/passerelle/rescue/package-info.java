/** Saves meetings whose rooms cannot be used: finds out which those are, and moves a date to where it can take place. */
@NullMarked
@ApplicationModule(
        displayName = "Rescue",
        allowedDependencies = {
            "platform",
            "platform :: digest",
            "time",
            "directory",
            "account",
            "booking",
            "booking :: due",
            "booking :: event",
            "booking :: model",
            "booking :: policy",
            "booking :: refusal",
            "availability",
            "availability :: query",
            "closure",
            "device :: status"
        })
package org.passerelle.rescue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
