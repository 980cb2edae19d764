/** What happens at a time: holds that lapse, mail that is tried again, and a round now and then. Quartz is the alarm clock, the bookings are the truth. */
@NullMarked
@ApplicationModule(
        displayName = "Agenda",
        allowedDependencies = {
            "time",
            "directory",
            "account",
            "booking",
            "booking :: regaining",
            "calendar :: imports",
            "conference",
            "conference :: closing",
            "invitation",
            "invitation :: inbox",
            "platform",
            "suites :: codec",
            "suites :: dialling",
            "suites :: sip",
            "waiting"
        })
package org.passerelle.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
