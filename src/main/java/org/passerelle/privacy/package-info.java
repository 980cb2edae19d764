/** What people may ask of their personal data (GDPR articles 15, 17 and 20): a copy of it, and that it is erased. */
@NullMarked
@ApplicationModule(
        displayName = "Privacy",
        allowedDependencies = {
            "platform",
            "platform :: digest",
            "platform :: personal",
            "platform :: work",
            "directory",
            "account",
            "booking",
            "booking :: model"
        })
package org.passerelle.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
