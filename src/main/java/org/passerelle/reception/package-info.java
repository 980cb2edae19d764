/** What the reception of a site sees of a day: who meets, which guests are expected and have come, who calls for help. Names are soon forgotten. */
@NullMarked
@ApplicationModule(
        displayName = "Reception",
        allowedDependencies = {
            "platform",
            "platform :: digest",
            "platform :: personal",
            "platform :: text",
            "time",
            "directory",
            "account",
            "booking",
            "booking :: model",
            "live"
        })
package org.passerelle.reception;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
