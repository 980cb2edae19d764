package org.passerelle.account;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accounts kept in memory. Their ids tell tests who is meant and are, as in life, not the address. */
public final class AccountsInMemory implements Accounts {

    private final Map<PersonId, Person> people = new LinkedHashMap<>();
    private final Map<PersonId, Contact> ended = new LinkedHashMap<>();
    private final Map<OrganisationId, Organisation> organisations = new LinkedHashMap<>();

    public AccountsInMemory(Collection<Person> people, Collection<Organisation> organisations) {
        people.forEach(this::put);
        organisations.forEach(each -> this.organisations.put(each.id(), each));
    }

    /** The id of the account that has had this address first, such as {@code camille-atelier-brie-example}. */
    public static AccountId id(String email) {
        return new AccountId(email.replaceAll("[^a-z0-9]+", "-"));
    }

    public void put(Person person) {
        people.put(person.id(), person);
    }

    public void end(Person person) {
        people.remove(person.id());
        ended.put(person.id(), Contact.of(person));
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public Optional<Person> person(EmailAddress address) {
        return List.copyOf(people.values()).stream()
                .filter(person -> person.email().equals(address))
                .findFirst();
    }

    @Override
    public Contact contact(PersonId id) {
        return id instanceof OutsiderId outsider
                ? new Contact(outsider.address(), "")
                : person(id)
                        .map(Contact::of)
                        .or(() -> Optional.ofNullable(ended.get(id)))
                        .orElseThrow();
    }

    @Override
    public Optional<Organisation> organisation(OrganisationId id) {
        return Optional.ofNullable(organisations.get(id));
    }

    @Override
    public Optional<Organisation> organisation(String slug) {
        return organisations.values().stream()
                .filter(each -> each.id().slug().equals(slug))
                .findFirst();
    }
}
