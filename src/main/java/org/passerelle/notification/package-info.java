/** Tells people by mail what others do to their bookings, what managers are to decide, and what is about to begin; each as they choose. */
@NullMarked
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {
            "platform",
            "platform :: digest",
            "platform :: personal",
            "platform :: store",
            "platform :: text",
            "platform :: work",
            "time",
            "directory",
            "directory :: arrangement",
            "account",
            "account :: deputy",
            "arrival",
            "arrival :: noshow",
            "availability :: query",
            "booking",
            "booking :: arrangement",
            "booking :: approval",
            "booking :: changelog",
            "booking :: decision",
            "booking :: due",
            "booking :: event",
            "booking :: model",
            "booking :: override",
            "booking :: policy",
            "booking :: refusal",
            "booking :: store",
            "closure",
            "closure :: model",
            "i18n",
            "calendar",
            "calendar :: write",
            "mail",
            "mail :: optout",
            "mail :: quota",
            "invitation",
            "invitation :: pending",
            "invitation :: text",
            "outsider",
            "privacy",
            "rescue",
            "roomagent",
            "waitlist",
            "webhook",
            "webhook :: model"
        })
package org.passerelle.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
