package org.passerelle.account;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.SiteId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person as stored.
 *
 * @param password the hash, with the name of its algorithm in braces before it
 * @param demo whether this is an untouched demo account, which exists in the demo only
 */
@Document("people")
record PersonDocument(
        @Id String id,
        String name,
        String role,
        @Nullable String organisation,
        List<String> sites,
        String password,
        boolean demo) {

    static PersonDocument of(Person person, String passwordHash, boolean demo) {
        return new PersonDocument(
                person.id().value(),
                person.name(),
                person.role().name(),
                person.organisation().map(OrganisationId::value).orElse(null),
                person.sites().stream().map(SiteId::value).sorted().toList(),
                passwordHash,
                demo);
    }

    Person toPerson() {
        return new Person(
                new EmailAddress(id),
                name,
                Role.valueOf(role),
                Optional.ofNullable(organisation).map(OrganisationId::new),
                sites.stream().map(SiteId::new).collect(Collectors.toUnmodifiableSet()));
    }
}
