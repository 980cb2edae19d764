/** Invitations by mail: what each invited person is owed, the mails that tell them, and what they answer. */
@NullMarked
@ApplicationModule(
        displayName = "Invitation",
        allowedDependencies = {
            "platform",
            "platform :: digest",
            "platform :: files",
            "platform :: text",
            "time",
            "directory",
            "account",
            "booking",
            "booking :: policy",
            "availability",
            "availability :: query",
            "i18n",
            "calendar",
            "calendar :: fault",
            "calendar :: read",
            "calendar :: write"
        })
package org.passerelle.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
