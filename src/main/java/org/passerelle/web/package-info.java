/** The pages that people open in a browser. */
@NullMarked
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {
            "platform",
            "platform :: text",
            "platform :: work",
            "time",
            "directory",
            "account",
            "account :: session",
            "account :: signin",
            "arrival",
            "security",
            "security :: session",
            "security :: throttle",
            "booking",
            "booking :: approval",
            "booking :: decision",
            "booking :: model",
            "booking :: policy",
            "booking :: refusal",
            "booking :: video",
            "availability",
            "availability :: query",
            "i18n",
            "calendar",
            "calendar :: cache",
            "calendar :: fault",
            "calendar :: feed",
            "calendar :: imports",
            "calendar :: read",
            "calendar :: write",
            "conference",
            "conference :: link",
            "mail :: inbox",
            "mail :: optout",
            "mail :: smtp",
            "invitation",
            "invitation :: offers",
            "invitation :: pending",
            "notification :: choice",
            "waitlist",
            "device",
            "device :: codec",
            "device :: credentials",
            "device :: sip",
            "device :: status"
        })
package org.passerelle.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
