package org.passerelle.account.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountId;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.directory.SiteId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person as stored, in one document from the making of the account on. When it ends, the document stays, so that past
 * bookings can say whose they were; but without address, password and rights.
 *
 * @param email unique; null once the account has ended
 * @param password the hash, with the name of its algorithm in braces before it; no hash once the account has ended
 * @param demo whether this is an untouched demo account, which exists in the demo only
 * @param ended null as long as it has not
 */
@Document("people")
public record PersonDocument(
        @Id String id,
        @Nullable String email,
        String name,
        String role,
        @Nullable String organisation,
        List<String> sites,
        String password,
        boolean demo,
        @Nullable Ended ended) {

    /** @param address by which it went, for showing alone */
    record Ended(String address, Instant at) {}

    public static PersonDocument of(Person person, String passwordHash, boolean demo) {
        return new PersonDocument(
                person.id().text(),
                person.email().value(),
                person.name(),
                person.role().name(),
                person.organisation().map(OrganisationId::value).orElse(null),
                person.sites().stream().map(SiteId::value).sorted().toList(),
                passwordHash,
                demo,
                null);
    }

    PersonDocument ended(Instant at) {
        return new PersonDocument(
                id,
                null,
                name,
                Role.GUEST.name(),
                null,
                List.of(),
                "",
                false,
                new Ended(address().value(), at));
    }

    boolean endedBefore(Instant moment) {
        return ended != null && ended.at().isBefore(moment);
    }

    boolean isCurrent() {
        return ended == null;
    }

    public AccountId accountId() {
        return new AccountId(id);
    }

    /** Now, or at its end. */
    EmailAddress address() {
        String address = ended == null ? email : ended.address();
        if (address == null) {
            throw new IllegalStateException("The account " + id + " has lost its address");
        }
        return new EmailAddress(address);
    }

    Person toPerson() {
        return new Person(
                accountId(),
                address(),
                name,
                Role.valueOf(role),
                Optional.ofNullable(organisation).map(OrganisationId::new),
                sites.stream().map(SiteId::new).collect(Collectors.toUnmodifiableSet()));
    }
}
