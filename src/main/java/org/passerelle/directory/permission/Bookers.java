package org.passerelle.directory.permission;

/**
 * Some of those who book: everybody, one of three groups, or the people of one organisation.
 *
 * @param organisation its id; empty unless of {@link BookerGroup#ORGANISATION}
 */
public record Bookers(BookerGroup group, String organisation) {

    public static final Bookers EVERYONE = new Bookers(BookerGroup.EVERYONE, "");

    /** Which of them. Whoever books a room is in exactly one of the three there that are named between the first and the last. */
    public enum BookerGroup {
        EVERYONE,
        /** They have an account, and do not manage the site of the room, whatever else they manage. */
        MEMBERS,
        /** Managers of the site of the room, and the administrator of the network. */
        MANAGERS,
        /** They have no account and write to rooms. */
        OUTSIDERS,
        /** They book for one organisation. */
        ORGANISATION
    }

    /** The people who book for the organisation of that id. */
    public static Bookers of(String organisation) {
        return new Bookers(BookerGroup.ORGANISATION, organisation);
    }

    /**
     * Whether somebody is among them.
     *
     * @param theirs the group they belong to
     * @param bookingFor id of their organisation, empty if they have none
     */
    public boolean contain(BookerGroup theirs, String bookingFor) {
        return switch (group) {
            case EVERYONE -> true;
            case ORGANISATION -> organisation.equals(bookingFor);
            default -> group == theirs;
        };
    }
}
