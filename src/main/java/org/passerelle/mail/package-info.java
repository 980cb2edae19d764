/** Mail in and out: how it is received, checked and handed over. Knows nobody who receives it; those implement MailReceiver. */
@NullMarked
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {
            "platform",
            "platform :: digest",
            "platform :: files",
            "platform :: personal",
            "platform :: settings",
            "platform :: store",
            "platform :: text",
            "platform :: work",
            "directory",
            "account",
            "booking",
            "booking :: model",
            "booking :: refusal",
            "calendar",
            "calendar :: fault",
            "calendar :: read"
        })
package org.passerelle.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
