/** Requests of people without an account: asked on a site's public page, confirmed by a link in their mail, then requests like any other. */
@NullMarked
@ApplicationModule(
        displayName = "Outsiders",
        allowedDependencies = {
            "platform",
            "platform :: digest",
            "platform :: personal",
            "platform :: text",
            "platform :: work",
            "time",
            "directory",
            "account",
            "booking",
            "booking :: model",
            "booking :: policy",
            "booking :: refusal",
            "i18n",
            "mail",
            "mail :: optout",
            "mail :: quota",
            "invitation",
            "invitation :: text"
        })
package org.passerelle.outsider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
