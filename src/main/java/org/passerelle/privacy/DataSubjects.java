package org.passerelle.privacy;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.account.AccountId;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.EndedAccounts;
import org.passerelle.account.Person;
import org.passerelle.platform.digest.Digests;
import org.passerelle.platform.personal.DataSubject;
import org.springframework.stereotype.Component;

/** Who is meant by a search for personal data. */
@Component
class DataSubjects {

    private static final int ALIAS_BITS = 80;

    private final Accounts accounts;
    private final EndedAccounts ended;

    DataSubjects(Accounts accounts, EndedAccounts ended) {
        this.accounts = accounts;
        this.ended = ended;
    }

    /** Whoever has {@code address}; if nobody has, those whose accounts ended with it, and who never had one. */
    DataSubject at(EmailAddress address) {
        return accounts.person(address)
                .map(person -> of(List.of(person), Set.of(address)))
                .orElseGet(() -> of(ended.formerlyAt(address), Set.of(address)));
    }

    /** Whose account has ended. The address is not looked for if it is somebody else's now. */
    Optional<DataSubject> ended(AccountId id) {
        return ended.formerly(id)
                .map(person -> of(
                        List.of(person),
                        accounts.person(person.email()).isPresent() ? Set.of() : Set.of(person.email())));
    }

    /** Whose accounts have ended, and whoever has {@code others}; empty if nobody is known by any of these. */
    Optional<DataSubject> again(Set<AccountId> ids, Set<EmailAddress> others) {
        List<Person> people =
                ids.stream().flatMap(id -> ended.formerly(id).stream()).toList();
        Set<EmailAddress> addresses = new HashSet<>(others);
        people.stream()
                .map(Person::email)
                .filter(email -> accounts.person(email).isEmpty())
                .forEach(addresses::add);
        return people.isEmpty() && addresses.isEmpty() ? Optional.empty() : Optional.of(of(people, addresses));
    }

    private static DataSubject of(Collection<Person> people, Set<EmailAddress> addresses) {
        return new DataSubject(
                people.stream().map(person -> person.id().text()).collect(Collectors.toSet()),
                addresses.stream().map(EmailAddress::value).collect(Collectors.toSet()),
                people.stream().map(Person::name).collect(Collectors.toSet()),
                Digests.randomText(ALIAS_BITS));
    }
}
