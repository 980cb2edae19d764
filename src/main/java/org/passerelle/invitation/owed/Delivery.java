package org.passerelle.invitation.owed;

import java.util.Map;
import java.util.Optional;
import org.passerelle.account.EmailAddress;

/**
 * What is kept of the mails and answers of one booking.
 *
 * @param people by address
 * @param editions that somebody knows, by their names
 */
public record Delivery(Map<EmailAddress, Invitee> people, Map<String, Edition> editions) {

    public static final Delivery NONE = new Delivery(Map.of(), Map.of());

    public Delivery {
        people = Map.copyOf(people);
        editions = Map.copyOf(editions);
    }

    public Invitee of(EmailAddress email) {
        Invitee known = people.get(email);
        return known == null ? Invitee.unknown(email) : known;
    }

    /** The edition that {@code invitee} knows; empty if they were told nothing. */
    public Optional<Edition> knownTo(Invitee invitee) {
        return invitee.sent().flatMap(last -> Optional.ofNullable(editions.get(last.edition())));
    }
}
