/** What is free, and when everybody can meet: answered from memory, as a guide and never as the guard. */
@NullMarked
@ApplicationModule(
        displayName = "Availability",
        allowedDependencies = {
            "platform :: work",
            "time",
            "directory",
            "directory :: arrangement",
            "directory :: permission",
            "account",
            "booking",
            "booking :: arrangement",
            "booking :: caps",
            "booking :: model",
            "booking :: policy",
            "booking :: refusal",
            "booking :: store",
            "booking :: video"
        })
package org.passerelle.availability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
