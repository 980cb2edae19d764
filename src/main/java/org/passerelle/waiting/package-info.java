/** The waitlist: who wants rooms that are taken waits, and is offered them, first come first served, once they are free. */
@NullMarked
@ApplicationModule(
        displayName = "Waiting",
        allowedDependencies = {"platform", "time", "directory", "account", "booking"})
package org.passerelle.waiting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
