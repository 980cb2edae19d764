package org.passerelle.booking.refusal;

import java.util.Locale;

/** Why a booking is refused: stable tokens, the same for web, API, mail and CalDAV. */
public enum ReasonCode {
    ROOM_OCCUPIED,
    OUTSIDE_OPENING_HOURS,
    SITE_CLOSED,
    TOO_SHORT,
    TOO_LONG,
    TOO_SOON,
    TOO_FAR_AHEAD,
    OVER_CAPACITY,
    NOT_ALLOWED,
    QUOTA_EXCEEDED,
    NEEDS_APPROVAL,
    REQUEST_LAPSED,
    IN_THE_PAST,
    TOO_MANY_OCCURRENCES,
    HOLD_EXPIRED,
    UNKNOWN_ROOM,
    UNKNOWN_LAYOUT,
    UNKNOWN_SERVICE,
    SERVICE_TOO_SOON,
    SERVICE_EXHAUSTED,
    INVALID_TIME_ZONE,
    NO_COMMON_SLOT;

    /** The token of the public contract, such as {@code outside-opening-hours}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
