package org.passerelle.invitation.pending;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.EmailAddress;

/**
 * What is kept of the mails and answers of one booking.
 *
 * @param people by address
 * @param editions that somebody knows, by their names
 */
public record Delivery(Map<EmailAddress, Invitee> people, Map<String, Snapshot> editions) {

    public static final Delivery NONE = new Delivery(Map.of(), Map.of());

    public Delivery {
        people = Map.copyOf(people);
        editions = Map.copyOf(editions);
    }

    public Invitee of(EmailAddress email) {
        Invitee known = people.get(email);
        return known == null ? Invitee.unknown(email) : known;
    }

    /** The same, with a mark that mail to {@code unwilling} is not wanted. */
    public Delivery markUnwanted(Set<EmailAddress> unwilling, Instant now) {
        Map<EmailAddress, Invitee> marked = new HashMap<>(people);
        unwilling.forEach(email -> marked.put(
                email, of(email).troubled(new DeliveryProblem("", DeliveryProblem.Stage.OPTED_OUT, 0, now, now, ""))));
        return new Delivery(marked, editions);
    }

    /** The edition that {@code invitee} knows; empty if they were told nothing. */
    public Optional<Snapshot> knownTo(Invitee invitee) {
        return invitee.sent().flatMap(last -> Optional.ofNullable(editions.get(last.edition())));
    }
}
