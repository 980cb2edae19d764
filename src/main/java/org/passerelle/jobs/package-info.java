/** Quartz jobs: what is due to bookings, mail that is tried again, conferences that end, and what is reconciled at intervals. The bookings are the truth. */
@NullMarked
@ApplicationModule(
        displayName = "Jobs",
        allowedDependencies = {
            "platform",
            "platform :: personal",
            "platform :: store",
            "platform :: work",
            "time",
            "directory",
            "account",
            "booking",
            "booking :: changelog",
            "booking :: due",
            "booking :: event",
            "booking :: model",
            "booking :: reacquire",
            "booking :: store",
            "calendar :: imports",
            "conference",
            "conference :: closing",
            "mail :: inbox",
            "invitation",
            "reception",
            "reception :: call",
            "roomagent",
            "waitlist",
            "webhook",
            "device :: codec",
            "device :: dialin",
            "device :: sip"
        })
package org.passerelle.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
