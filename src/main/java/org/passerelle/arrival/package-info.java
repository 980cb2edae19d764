/** Who comes to what they booked: checking in by a link, the warning of a room that is about to be given back, and its release. */
@NullMarked
@ApplicationModule(
        displayName = "Arrival",
        allowedDependencies = {
            "platform",
            "platform :: digest",
            "platform :: personal",
            "platform :: store",
            "platform :: text",
            "platform :: work",
            "time",
            "directory",
            "directory :: permission",
            "account",
            "booking",
            "booking :: changelog",
            "booking :: due",
            "booking :: model",
            "booking :: policy",
            "booking :: refusal",
            "conference"
        })
package org.passerelle.arrival;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
