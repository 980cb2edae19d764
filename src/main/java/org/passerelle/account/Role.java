package org.passerelle.account;

/** What a person may do in the network, beyond their own bookings. */
public enum Role {
    /** Runs the network: its directory, its figures; sees nobody's titles. */
    NETWORK_ADMINISTRATOR,
    /** Runs the sites named in {@link Person#sites()}. */
    SITE_MANAGER,
    /** Books for an organisation. */
    MEMBER,
    /** Looks, and books nothing. */
    GUEST
}
