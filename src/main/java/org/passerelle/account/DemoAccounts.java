package org.passerelle.account;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.SiteId;
import org.passerelle.platform.PasserelleSettings;
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

    private static final List<Person> PEOPLE = List.of(
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

    DemoAccounts(MongoAccounts accounts, AccountRegister register, Passwords passwords, PasserelleSettings settings) {
        this.accounts = accounts;
        this.register = register;
        this.passwords = passwords;
        this.password = settings.demo().password();
    }

    /** In the order in which they are shown. */
    public List<Person> people() {
        return PEOPLE;
    }

    /** The one password of them all, which the sign-in page of the demo offers. */
    public String password() {
        return password;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (DemoOrganisation organisation : ORGANISATIONS) {
            OrganisationId id = new OrganisationId(organisation.id());
            if (accounts.organisation(id).isEmpty()) {
                register.put(
                        id,
                        organisation.name(),
                        Optional.of(organisation.weeklyQuota()).filter(quota -> !quota.isZero()));
            }
        }
        // One hash for all of them: a bcrypt each would cost half a second at every first start.
        String hash = hashInUse().orElseGet(() -> passwords.hash(password));
        PEOPLE.forEach(person -> write(PersonDocument.of(person, hash, true)));
    }

    private Optional<String> hashInUse() {
        return PEOPLE.stream()
                .flatMap(person -> accounts.document(person.id()).stream())
                .filter(PersonDocument::demo)
                .map(PersonDocument::password)
                .distinct()
                .filter(hash -> passwords.matches(password, hash))
                .findFirst();
    }

    private void write(PersonDocument person) {
        Optional<PersonDocument> present = accounts.document(new EmailAddress(person.id()));
        if (present.isEmpty()) {
            accounts.insert(person);
        } else if (present.get().demo() && !present.get().equals(person)) {
            accounts.save(person);
        }
    }

    private static Person person(String email, String name, Role role, @Nullable String organisation, String... sites) {
        Set<SiteId> managed = Arrays.stream(sites).map(SiteId::new).collect(Collectors.toSet());
        return new Person(
                new EmailAddress(email),
                name,
                role,
                Optional.ofNullable(organisation).map(OrganisationId::new),
                managed);
    }

    private record DemoOrganisation(String id, String name, Duration weeklyQuota) {}
}
