package org.passerelle.account.signin;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountId;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Organisation;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.PersonEntry;
import org.passerelle.account.Role;
import org.passerelle.account.password.Passwords;
import org.passerelle.account.store.MongoAccounts;
import org.passerelle.account.store.PersonDocument;
import org.passerelle.directory.SiteId;
import org.passerelle.platform.PasserelleProperties;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The people and organisations of the demo, written at start unless an account of that name exists. A changed demo password
 * reaches those that nobody has touched.
 */
@Component
@Profile("demo")
public class DemoAccounts implements SmartInitializingSingleton {

    private static final Duration NO_QUOTA = Duration.ZERO;

    private static final List<DemoOrganisation> ORGANISATIONS = List.of(
            new DemoOrganisation("atelier-brie", "Atelier Brie", NO_QUOTA),
            new DemoOrganisation("grand-groupe", "Grand Groupe", NO_QUOTA),
            new DemoOrganisation("mairie-de-rebais", "Mairie de Rebais", Duration.ofHours(10)));

    private static final List<PersonEntry> PEOPLE = List.of(
            person("admin@it77.example", "Administration du réseau", Role.NETWORK_ADMINISTRATOR, null),
            person("operator@melun.example", "Accueil de Melun", Role.SITE_MANAGER, null, "melun"),
            person("camille@atelier-brie.example", "Camille Girard", Role.MEMBER, "atelier-brie"),
            person("louis@atelier-brie.example", "Louis Moreau", Role.MEMBER, "atelier-brie"),
            person("nadia@grandgroupe.example", "Nadia Benali", Role.MEMBER, "grand-groupe"),
            person("secretariat@rebais.example", "Secrétariat de mairie", Role.MEMBER, "mairie-de-rebais"));

    private final MongoAccounts accounts;
    private final AccountRegister register;
    private final Passwords passwords;
    private final String password;

    DemoAccounts(MongoAccounts accounts, AccountRegister register, Passwords passwords, PasserelleProperties settings) {
        this.accounts = accounts;
        this.register = register;
        this.passwords = passwords;
        this.password = settings.demo().password();
    }

    /** In the order in which they are shown. */
    public List<Person> people() {
        return PEOPLE.stream()
                .flatMap(entry -> accounts.person(entry.email()).stream())
                .toList();
    }

    /** The one password of them all, which the sign-in page of the demo offers. */
    public String password() {
        return password;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (DemoOrganisation organisation : ORGANISATIONS) {
            if (accounts.organisation(organisation.slug()).isEmpty()) {
                register.put(
                        organisation.slug(),
                        organisation.name(),
                        Optional.of(organisation.weeklyQuota()).filter(quota -> !quota.isZero()));
            }
        }
        // One hash for all of them: a bcrypt each would cost half a second at every first start.
        String hash = hashInUse().orElseGet(() -> passwords.hash(password));
        PEOPLE.forEach(person -> write(person, hash));
    }

    private Optional<String> hashInUse() {
        return PEOPLE.stream()
                .flatMap(person -> accounts.document(person.email()).stream())
                .filter(PersonDocument::demo)
                .map(PersonDocument::password)
                .distinct()
                .filter(hash -> passwords.matches(password, hash))
                .findFirst();
    }

    private void write(PersonEntry entry, String hash) {
        Optional<PersonDocument> present = accounts.document(entry.email());
        AccountId id = present.map(PersonDocument::accountId).orElseGet(AccountId::random);
        Optional<OrganisationId> organisation =
                entry.organisation().flatMap(accounts::organisation).map(Organisation::id);
        PersonDocument wanted = PersonDocument.of(entry.as(id, organisation), hash, true);
        if (present.isEmpty()) {
            accounts.insert(wanted);
        } else if (present.get().demo() && !present.get().equals(wanted)) {
            accounts.replace(wanted);
        }
    }

    private static PersonEntry person(
            String email, String name, Role role, @Nullable String organisation, String... sites) {
        Set<SiteId> managed = Arrays.stream(sites).map(SiteId::new).collect(Collectors.toSet());
        return new PersonEntry(new EmailAddress(email), name, role, Optional.ofNullable(organisation), managed);
    }

    private record DemoOrganisation(String slug, String name, Duration weeklyQuota) {}
}
