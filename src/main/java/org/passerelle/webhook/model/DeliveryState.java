package org.passerelle.webhook.model;

/** How far an event has come to a receiver. */
public enum DeliveryState {
    /** It is sent as soon as those before it have arrived, or a pause is over. */
    WAITING,
    DELIVERED,
    /** It was tried for so long that it is not tried any more, unless somebody says so. */
    FAILED,
    /** Nobody is told: the booking is gone, or the owner of the webhook may not know of this any more. */
    WITHHELD
}
