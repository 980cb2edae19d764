/** The waitlist: who wants rooms that are taken waits for them and is offered them, first come first served, once they are free. */
@NullMarked
@ApplicationModule(
        displayName = "Waitlist",
        allowedDependencies = {
            "platform",
            "platform :: personal",
            "platform :: work",
            "time",
            "directory",
            "account",
            "booking",
            "booking :: arrangement",
            "booking :: busy",
            "booking :: event",
            "booking :: model",
            "booking :: refusal",
            "booking :: video"
        })
package org.passerelle.waitlist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
