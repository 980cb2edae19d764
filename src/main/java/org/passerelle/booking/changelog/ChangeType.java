package org.passerelle.booking.changelog;

import java.util.Locale;

/** What a write was to a booking. */
public enum ChangeType {
    /** It was made, or a hold was confirmed. */
    CREATED,
    /** Its rooms are held for a while. */
    HELD,
    /** A hold was neither confirmed nor given up in time. */
    EXPIRED,
    /** It waits for a manager, for the first time or again. */
    REQUESTED,
    /** Whoever decides asked for more information first. */
    ASKED_BACK,
    /** Whoever made the request gave it. */
    ANSWERED,
    /** A manager agreed to it. */
    APPROVED,
    /** A manager did not agree to it. */
    DECLINED,
    /** Nobody decided on it in time. */
    LAPSED,
    /** Its text, times, rooms or people changed. */
    CHANGED,
    CANCELLED,
    /** People have come to one of its dates. */
    CHECKED_IN,
    /** One of its dates was given back because nobody came. */
    RELEASED,
    /** One of its dates ended before its time. */
    ENDED;

    /** As the API and webhooks write it: {@code checked-in}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
