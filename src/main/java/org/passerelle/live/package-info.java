/** Tells whoever looks at a site that something has changed there, and on which days; never what. */
@NullMarked
@ApplicationModule(
        displayName = "Live",
        allowedDependencies = {
            "platform :: work",
            "time",
            "directory",
            "availability",
            "booking :: busy",
            "booking :: model",
            "booking :: store"
        })
package org.passerelle.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
