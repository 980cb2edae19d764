/** The devices in the rooms: what they are told of coming meetings, whether they answer, and who can meet whom. */
@NullMarked
@ApplicationModule(
        displayName = "Device",
        allowedDependencies = {
            "platform",
            "platform :: digest",
            "platform :: files",
            "platform :: http",
            "platform :: net",
            "platform :: personal",
            "platform :: settings",
            "platform :: text",
            "platform :: work",
            "time",
            "directory",
            "account",
            "booking",
            "booking :: model",
            "booking :: policy",
            "booking :: refusal",
            "booking :: store",
            "booking :: video",
            "conference",
            "i18n"
        })
package org.passerelle.device;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
