/** Video: which booking is which conference, who joins it where and when, and the servers that hold it. */
@NullMarked
@ApplicationModule(
        displayName = "Conference",
        allowedDependencies = {
            "time",
            "directory",
            "account",
            "booking",
            "calendar",
            "platform",
            "platform :: digest",
            "platform :: http",
            "platform :: text",
            "platform :: work",
            "wording"
        })
package org.passerelle.conference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
