package org.passerelle.booking.caps;

import java.util.stream.Stream;
import org.passerelle.account.OrganisationId;
import org.passerelle.booking.Holding;
import org.passerelle.booking.Owner;

/**
 * Whose bookings are counted together.
 *
 * @param id as it is stored in bookings
 */
public record CapHolder(Kind kind, String id) {

    /** A cap is of a person, or of an organisation with all its people. */
    public enum Kind {
        PERSON,
        ORGANISATION
    }

    static Stream<CapHolder> of(Holding.Holder holder) {
        return Stream.concat(
                Stream.of(new CapHolder(Kind.PERSON, holder.organiser())),
                holder.organisation().stream().map(id -> new CapHolder(Kind.ORGANISATION, id)));
    }

    static Holding.Holder named(Owner owner) {
        return new Holding.Holder(owner.organiser().text(), owner.organisation().map(OrganisationId::value));
    }

    /** The name under which numbers for its claims are given out. */
    public String claimant() {
        return "holds:" + (kind == Kind.PERSON ? "person:" : "organisation:") + id;
    }
}
