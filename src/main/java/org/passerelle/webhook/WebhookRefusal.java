package org.passerelle.webhook;

/** Why somebody gets no webhook. */
public enum WebhookRefusal {
    /** There is no such room, site, operator, organisation or person. */
    UNKNOWN,
    /** It is another organisation's or person's own. */
    NOT_YOURS,
    /** The receiver is not on the public Internet. */
    PRIVATE_ADDRESS,
    /** They have as many as a person may have. */
    TOO_MANY
}
