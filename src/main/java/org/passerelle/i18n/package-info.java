/** Puts refusals, durations and times into words in every language, the same for API, pages, mail and feeds. */
@NullMarked
@ApplicationModule(
        displayName = "I18n",
        allowedDependencies = {
            "time",
            "directory",
            "directory :: arrangement",
            "directory :: fault",
            "booking",
            "booking :: refusal",
            "booking :: override",
            "availability :: query"
        })
package org.passerelle.i18n;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
