/** Who acts: organisations, people, their roles and access tokens. */
@NullMarked
@ApplicationModule(
        displayName = "Account",
        allowedDependencies = {
            "platform",
            "platform :: cache",
            "platform :: digest",
            "platform :: personal",
            "platform :: text",
            "platform :: work",
            "directory"
        })
package org.passerelle.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
