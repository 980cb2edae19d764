/** The pages that people open in a browser. */
@NullMarked
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {
            "time",
            "directory",
            "account",
            "availability",
            "booking",
            "booking :: policy",
            "calendar",
            "calendar :: imports",
            "calendar :: message",
            "conference",
            "invitation",
            "invitation :: inbox",
            "invitation :: instead",
            "invitation :: letter",
            "invitation :: optout",
            "invitation :: owed",
            "invitation :: post",
            "platform",
            "platform :: work",
            "security",
            "security :: session",
            "security :: throttle",
            "suites",
            "suites :: codec",
            "suites :: devices",
            "suites :: secrets",
            "suites :: sip",
            "waiting",
            "wording",
            "platform :: text"
        })
package org.passerelle.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
