/** Backups that can be trusted: taken at one moment, restored all or not at all, checked; and what an installation can take elsewhere. */
@NullMarked
@ApplicationModule(
        displayName = "Backup",
        allowedDependencies = {
            "platform",
            "platform :: digest",
            "platform :: files",
            "platform :: http",
            "platform :: personal",
            "platform :: snapshot",
            "platform :: text",
            "platform :: work",
            "directory",
            "account",
            "booking",
            "booking :: model",
            "booking :: store",
            "calendar :: write",
            "time"
        })
package org.passerelle.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
