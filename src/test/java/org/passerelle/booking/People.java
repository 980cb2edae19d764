package org.passerelle.booking;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountsInMemory;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Organisation;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.directory.SiteId;

/** Who books in tests. */
public final class People {

    public static final Person CAMILLE = member("camille@atelier-brie.example", "atelier-brie");
    public static final Person LOUIS = member("louis@atelier-brie.example", "atelier-brie");
    public static final Person NADIA = member("nadia@grandgroupe.example", "grand-groupe");

    /** Of a town hall that may hold rooms for ten hours a week. */
    public static final Person ROSE = member("rose@rebais.example", "mairie-de-rebais");

    public static final Person MANAGER = person("operator@melun.example", Role.SITE_MANAGER, null, "melun");
    public static final Person ADMINISTRATOR = person("admin@it77.example", Role.NETWORK_ADMINISTRATOR, null);
    public static final Person GUEST = person("guest@example.org", Role.GUEST, null);

    private static final List<Organisation> ORGANISATIONS = List.of(
            organisation("atelier-brie", 101, Optional.empty()),
            organisation("grand-groupe", 102, Optional.empty()),
            organisation("mairie-de-rebais", 103, Optional.of(Duration.ofHours(10))));

    private People() {}

    private static Organisation organisation(String name, int number, Optional<Duration> quota) {
        return new Organisation(new OrganisationId(name), name, number, quota);
    }

    private static Person member(String email, String organisation) {
        return person(email, Role.MEMBER, new OrganisationId(organisation));
    }

    private static Person person(String email, Role role, @Nullable OrganisationId organisation, String... sites) {
        Set<SiteId> managed = Set.of(sites).stream().map(SiteId::new).collect(Collectors.toSet());
        return new Person(
                AccountsInMemory.id(email),
                new EmailAddress(email),
                email,
                role,
                Optional.ofNullable(organisation),
                managed);
    }

    public static AccountsInMemory accounts() {
        return new AccountsInMemory(List.of(CAMILLE, LOUIS, NADIA, ROSE, MANAGER, ADMINISTRATOR, GUEST), ORGANISATIONS);
    }
}
