/** What can be booked and where: operators, sites, rooms, equipment, opening hours and closures. */
@NullMarked
@ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {
            "platform :: personal",
            "platform :: snapshot",
            "platform :: text",
            "platform :: work",
            "time"
        })
package org.passerelle.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
