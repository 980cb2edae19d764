package org.passerelle.webhook.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver is sent.
 *
 * @param id of the event: the same however often it is sent, and the id of its line in the record
 * @param order the same as a number, which rises in the order of writing
 * @param version of the booking once written; null to whoever may not read it
 * @param booking as it is now
 */
record EventBody(
        String id,
        long order,
        String type,
        Instant at,
        @Nullable Long version,
        String webhook,
        Object booking) {}
