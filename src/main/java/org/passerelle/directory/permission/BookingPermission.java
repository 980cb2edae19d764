package org.passerelle.directory.permission;

import java.util.Set;

/**
 * One line of what a room says of who may book it.
 *
 * @param who of whom it speaks
 * @param conditions of which dates
 * @param may what they may do with the room then
 */
public record BookingPermission(Set<Bookers> who, PermissionConditions conditions, BookingGrant may) {

    /** @throws IllegalArgumentException if it speaks of nobody */
    public BookingPermission {
        who = Set.copyOf(who);
        if (who.isEmpty()) {
            throw new IllegalArgumentException("A permission is somebody's");
        }
    }

    /** Whether it speaks of somebody, as {@link Bookers#contain}. */
    public boolean concerns(Bookers.BookerGroup theirs, String bookingFor) {
        return BookingPermissions.contain(who, theirs, bookingFor);
    }
}
