package org.passerelle.account;

import java.util.Optional;
import java.util.Set;
import org.passerelle.directory.SiteId;

/**
 * For whom somebody stands in at the moment. It gives no more than those have for whom they do, and nothing that would outlast
 * it; for whom <em>these</em> stand in, they do not.
 *
 * @param people whose bookings they look after, except private ones
 * @param closely those of {@code people} of whom they look after private bookings too
 * @param organisations for whose members they book, and whose bookings they look after, except private ones
 * @param sites on whose requests they decide as its manager would
 */
public record DeputyRights(
        Set<PersonId> people, Set<PersonId> closely, Set<OrganisationId> organisations, Set<SiteId> sites) {

    public static final DeputyRights NONE = new DeputyRights(Set.of(), Set.of(), Set.of(), Set.of());

    public DeputyRights {
        people = Set.copyOf(people);
        closely = Set.copyOf(closely);
        organisations = Set.copyOf(organisations);
        sites = Set.copyOf(sites);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** Whether they book for {@code principal}: their own, or any member of an organisation of theirs. */
    public boolean bookFor(Person principal) {
        return people.contains(principal.id())
                || principal.organisation().filter(organisations::contains).isPresent();
    }

    /** Whether they look after what {@code organiser} booked for {@code organisation}. */
    public boolean cover(PersonId organiser, Optional<OrganisationId> organisation, boolean isPrivate) {
        return isPrivate
                ? closely.contains(organiser)
                : people.contains(organiser)
                        || organisation.filter(organisations::contains).isPresent();
    }
}
