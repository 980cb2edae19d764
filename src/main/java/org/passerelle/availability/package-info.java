/** What is free, and when everybody can meet: answered from memory, as a guide and never as the guard. */
@NullMarked
@ApplicationModule(
        displayName = "Availability",
        allowedDependencies = {
            "time",
            "directory",
            "account",
            "booking",
            "booking :: policy",
            "platform",
            "platform :: digest",
            "platform :: text"
        })
package org.passerelle.availability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
