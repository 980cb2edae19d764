/** Values of time: intervals, slots, opening hours, recurrence rules. Depends on the JDK only. */
@NullMarked
@ApplicationModule(
        displayName = "Time",
        allowedDependencies = {})
package org.passerelle.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
