package org.passerelle.webhook.model;

/** Why a receiver was not reached, or did not take what it was sent. */
public enum DeliveryProblem {
    /** It answered with an error; which one, the status tells. */
    REFUSED,
    /** It says that it is elsewhere; nobody follows. */
    REDIRECTED,
    /** The name means an address that is not on the public Internet. */
    PRIVATE_ADDRESS,
    UNUSABLE_ADDRESS,
    TOO_SLOW,
    /** Its answer does not end, or cannot be read. */
    UNREADABLE,
    UNREACHABLE
}
