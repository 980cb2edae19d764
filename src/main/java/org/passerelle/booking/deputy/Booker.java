package org.passerelle.booking.deputy;

import org.passerelle.account.Person;
import org.passerelle.booking.model.Owner;

/**
 * Who books, and for whom. Rules, caps and quotas are asked as if the latter did it themselves, so that in somebody's name
 * nobody has more than that one could; who it was in truth is on record.
 *
 * @param actor who does it
 * @param principal whose booking it is; may be the same
 */
public record Booker(Person actor, Person principal) {

    /** Somebody who books for themselves. */
    public static Booker self(Person person) {
        return new Booker(person, person);
    }

    public boolean isOnBehalf() {
        return !actor.id().equals(principal.id());
    }

    /** Of what is booked. */
    public Owner owner() {
        Owner own = Owner.of(principal);
        return isOnBehalf() ? own.bookedBy(actor.id()) : own;
    }
}
