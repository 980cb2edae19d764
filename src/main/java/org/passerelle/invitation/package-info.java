/** Invitations by mail: what each invited person is owed, the mails that tell them, and what they answer. */
@NullMarked
@ApplicationModule(
        displayName = "Invitation",
        allowedDependencies = {
            "platform",
            "platform :: digest",
            "platform :: files",
            "platform :: personal",
            "platform :: store",
            "platform :: text",
            "platform :: work",
            "time",
            "directory",
            "account",
            "booking",
            "booking :: event",
            "booking :: model",
            "booking :: policy",
            "booking :: refusal",
            "booking :: store",
            "booking :: video",
            "availability",
            "availability :: query",
            "i18n",
            "calendar",
            "calendar :: fault",
            "calendar :: read",
            "calendar :: write",
            "mail",
            "mail :: inbox",
            "mail :: optout",
            "mail :: quota"
        })
package org.passerelle.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
