/**
 * Figures of the running program for whoever watches it, by Micrometer and in the form of Prometheus. Other modules publish what
 * they know and know nothing of this one, which is not there at all unless it is switched on.
 */
@NullMarked
@ApplicationModule(
        displayName = "Metrics",
        allowedDependencies = {
            "platform",
            "platform :: cache",
            "platform :: work",
            "backup",
            "booking",
            "booking :: due",
            "booking :: refusal",
            "booking :: store",
            "availability"
        })
package org.passerelle.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
