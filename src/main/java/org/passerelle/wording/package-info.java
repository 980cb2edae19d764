/** Puts refusals, durations and times into words, in French and English, the same behind every door. */
@NullMarked
@ApplicationModule(
        displayName = "Wording",
        allowedDependencies = {"time", "directory", "booking", "availability"})
package org.passerelle.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
