/** Video: which booking is which conference, who joins it where and when, and the servers that hold it. */
@NullMarked
@ApplicationModule(
        displayName = "Conference",
        allowedDependencies = {
            "platform",
            "platform :: digest",
            "platform :: http",
            "platform :: personal",
            "platform :: settings",
            "platform :: text",
            "platform :: work",
            "time",
            "directory",
            "account",
            "booking",
            "booking :: model",
            "booking :: order",
            "booking :: policy",
            "booking :: refusal",
            "booking :: store",
            "booking :: video",
            "i18n",
            "calendar",
            "calendar :: write"
        })
package org.passerelle.conference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
