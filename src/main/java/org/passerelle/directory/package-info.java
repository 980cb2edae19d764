/** What can be booked and where: operators, sites, rooms, equipment, opening hours and closures. */
@NullMarked
@ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {"time", "platform", "platform :: digest", "platform :: text"})
package org.passerelle.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
