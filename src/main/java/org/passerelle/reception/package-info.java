/** Who is expected as a guest: names that whoever booked gives to the reception of a site, and that are soon forgotten. */
@NullMarked
@ApplicationModule(
        displayName = "Reception",
        allowedDependencies = {
            "platform",
            "platform :: digest",
            "platform :: personal",
            "platform :: text",
            "time",
            "directory",
            "account",
            "booking",
            "booking :: model"
        })
package org.passerelle.reception;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
