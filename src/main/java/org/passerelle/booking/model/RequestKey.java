package org.passerelle.booking.model;

import org.passerelle.account.PersonId;

/**
 * What makes two requests one: the id the booking will have, and a fingerprint of what was asked for.
 *
 * @param isRepeatable whether somebody may send the request again under the same key
 */
public record RequestKey(BookingId id, String digest, boolean isRepeatable) {

    /** For a request that comes once. */
    public static RequestKey once(String digest) {
        return new RequestKey(BookingId.random(), digest, false);
    }

    /** For a request that {@code person} may repeat under {@code idempotencyKey}. */
    public static RequestKey repeatable(PersonId person, String idempotencyKey, String digest) {
        return new RequestKey(BookingId.forKey(person, idempotencyKey), digest, true);
    }
}
