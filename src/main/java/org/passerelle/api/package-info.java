/** The JSON interface under {@code /api/v1}: controllers, problem details and the published contract. */
@NullMarked
@ApplicationModule(
        displayName = "API",
        allowedDependencies = {
            "platform",
            "platform :: digest",
            "platform :: http",
            "platform :: store",
            "platform :: text",
            "platform :: work",
            "time",
            "directory",
            "account",
            "account :: session",
            "security",
            "security :: refusal",
            "security :: throttle",
            "booking",
            "booking :: audit",
            "booking :: busy",
            "booking :: caps",
            "booking :: changelog",
            "booking :: model",
            "booking :: policy",
            "booking :: refusal",
            "booking :: video",
            "availability",
            "availability :: query",
            "i18n",
            "calendar",
            "calendar :: cache",
            "calendar :: feed",
            "calendar :: imports",
            "calendar :: read",
            "calendar :: write",
            "conference",
            "conference :: link",
            "invitation",
            "invitation :: pending",
            "notification :: choice",
            "waitlist",
            "device :: codec",
            "device :: credentials",
            "device :: sip",
            "webhook",
            "webhook :: delivery",
            "webhook :: model"
        })
package org.passerelle.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
