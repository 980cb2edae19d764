package org.passerelle.notification.choice;

/** How often somebody wants their bookings ahead summed up in one mail in the morning. */
public enum DigestRhythm {
    NEVER,
    /** Each morning, of the day. */
    DAILY,
    /** On Monday morning, of the week. */
    WEEKLY
}
