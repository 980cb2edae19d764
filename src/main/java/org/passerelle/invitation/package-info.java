/** Invitations by mail: what each invited person is owed, the mails that tell them, and what they answer. */
@NullMarked
@ApplicationModule(
        displayName = "Invitation",
        allowedDependencies = {
            "time",
            "directory",
            "account",
            "booking",
            "platform :: files",
            "availability",
            "calendar",
            "calendar :: message",
            "platform",
            "platform :: digest",
            "platform :: text",
            "wording"
        })
package org.passerelle.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
