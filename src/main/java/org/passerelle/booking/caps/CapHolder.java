package org.passerelle.booking.caps;

import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.MailDomain;
import org.passerelle.account.OrganisationId;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.model.Owner;

/**
 * Whose bookings are counted together.
 *
 * @param id as it is stored in bookings
 */
public record CapHolder(HolderKind kind, String id) {

    /** Begins no id of an organisation. */
    private static final String DOMAIN = "domain:";

    /** A cap is of a person, or of an organisation with all its people. */
    public enum HolderKind {
        PERSON,
        ORGANISATION
    }

    /**
     * A person, and their organisation. People without an account who write from one domain are counted together as one: whoever
     * has a domain has any number of addresses.
     */
    static Stream<CapHolder> of(Holding.Holder holder) {
        Optional<String> together = holder.organisation().or(() -> domain(holder.organiser()));
        return Stream.concat(
                Stream.of(new CapHolder(HolderKind.PERSON, holder.organiser())),
                together.stream().map(id -> new CapHolder(HolderKind.ORGANISATION, id)));
    }

    /** Of somebody without an account, who is known by their address. */
    private static Optional<String> domain(String organiser) {
        return EmailAddress.parse(organiser).flatMap(MailDomain::ofOneOwner).map(DOMAIN::concat);
    }

    static Holding.Holder named(Owner owner) {
        return new Holding.Holder(owner.organiser().text(), owner.organisation().map(OrganisationId::value));
    }

    /** The name under which numbers for its claims are given out. */
    public String claimant() {
        return "holds:" + (kind == HolderKind.PERSON ? "person:" : "organisation:") + id;
    }
}
