/** What happens at a time: holds that lapse, and a round now and then. Quartz is the alarm clock, the bookings are the truth. */
@NullMarked
@ApplicationModule(
        displayName = "Agenda",
        allowedDependencies = {"time", "directory", "account", "booking", "booking :: regaining", "waiting"})
package org.passerelle.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
