package org.passerelle.roomagent.event;

import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.OutsiderId;
import org.passerelle.account.Person;
import org.passerelle.account.PublicMailProviders;
import org.passerelle.booking.model.Booking;
import org.springframework.stereotype.Component;

/** In whose name a room is booked that was invited by mail. */
@Component
public class ActingSender {

    private final Accounts accounts;

    public ActingSender(Accounts accounts) {
        this.accounts = accounts;
    }

    public Optional<Person> account(IncomingMessage message) {
        return EmailAddress.parse(message.sender().address()).flatMap(accounts::person);
    }

    /** In whose name {@code booking} is changed by mail; empty once their account has ended, whoever writes from its address. */
    public Optional<Person> ownerOf(Booking booking) {
        return booking.owner().organiser() instanceof OutsiderId outsider
                ? Optional.of(Person.outsider(outsider.address(), ""))
                : accounts.person(booking.owner().organiser());
    }

    /** Whoever has the account of that address; else somebody of that address who belongs to no organisation. */
    public Person of(EmailAddress address) {
        return accounts.person(address).orElseGet(() -> Person.outsider(address, address.value()));
    }

    /**
     * Whether both have an account of the same organisation, and addresses of the same domain, which is the organisation's
     * own: one at which not anybody may have an address.
     */
    public boolean areColleagues(String one, String other) {
        String domain = domain(one);
        Optional<OrganisationId> organisation = organisation(one);
        return organisation.isPresent()
                && organisation.equals(organisation(other))
                && domain.equals(domain(other))
                && !PublicMailProviders.contains(domain);
    }

    private Optional<OrganisationId> organisation(String address) {
        return EmailAddress.parse(address).flatMap(accounts::person).flatMap(Person::organisation);
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    public boolean hasAccount(String address) {
        return EmailAddress.parse(address).flatMap(accounts::person).isPresent();
    }
}
