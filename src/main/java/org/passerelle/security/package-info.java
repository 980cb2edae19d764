/** Who comes in over HTTP: filter chains, sign-in, its limits, response headers and the size of requests. */
@NullMarked
@ApplicationModule(
        displayName = "Security",
        allowedDependencies = {
            "platform",
            "platform :: digest",
            "platform :: net",
            "platform :: store",
            "platform :: text",
            "platform :: work",
            "account",
            "account :: passkey",
            "account :: password",
            "account :: session",
            "account :: signin"
        })
package org.passerelle.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
