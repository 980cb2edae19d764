/** The JSON interface under {@code /api/v1}: controllers, problem details and the published contract. */
@NullMarked
@ApplicationModule(
        displayName = "API",
        allowedDependencies = {
            "time",
            "directory",
            "account",
            "availability",
            "booking",
            "booking :: caps",
            "booking :: policy",
            "calendar",
            "calendar :: imports",
            "calendar :: message",
            "conference",
            "invitation",
            "invitation :: owed",
            "platform",
            "platform :: digest",
            "platform :: text",
            "platform :: work",
            "security",
            "security :: refusal",
            "security :: throttle",
            "suites",
            "suites :: codec",
            "suites :: secrets",
            "suites :: sip",
            "waiting",
            "wording"
        })
package org.passerelle.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
