/** Calendar programs that read and write (CalDAV, RFC 4791, with scheduling, RFC 6638): the doors, and which request goes where. */
@NullMarked
@ApplicationModule(
        displayName = "CalDAV",
        allowedDependencies = {
            "platform",
            "platform :: cache",
            "platform :: digest",
            "platform :: personal",
            "platform :: text",
            "platform :: work",
            "time",
            "directory",
            "account",
            "account :: session",
            "booking",
            "booking :: arrangement",
            "booking :: event",
            "booking :: model",
            "booking :: refusal",
            "booking :: store",
            "availability",
            "availability :: query",
            "roomagent",
            "roomagent :: series",
            "i18n",
            "invitation :: text",
            "notification :: notice",
            "calendar",
            "calendar :: cache",
            "calendar :: fault",
            "calendar :: read",
            "calendar :: write",
            "security",
            "security :: refusal"
        })
package org.passerelle.caldav;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
