package org.passerelle.web.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountTags;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.PersonEntry;
import org.passerelle.account.Role;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.platform.text.Text;

/**
 * What an administrator has written about somebody.
 *
 * @param password empty keeps the present one
 * @param seen what they were when the form was read; empty for somebody new
 */
record PersonForm(
        String email, String name, String role, String organisation, List<String> sites, String password, String seen) {

    private static final int LONGEST_NAME = 200;

    PersonForm {
        email = orEmpty(email).strip();
        name = Text.line(orEmpty(name), LONGEST_NAME + 1);
        role = orEmpty(role);
        organisation = orEmpty(organisation);
        sites = sites == null ? List.of() : List.copyOf(sites);
        password = orEmpty(password);
        seen = orEmpty(seen);
    }

    /** Spring gives null for what was not sent. */
    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    static PersonForm blank() {
        return new PersonForm("", "", Role.MEMBER.name(), "", List.of(), "", "");
    }

    static PersonForm of(Person person) {
        return new PersonForm(
                person.email().value(),
                person.name(),
                person.role().name(),
                person.organisation().map(OrganisationId::slug).orElse(""),
                person.sites().stream().map(Object::toString).sorted().toList(),
                "",
                AccountTags.of(person));
    }

    /** What is wrong, by the names of texts; empty if nothing is. */
    List<String> faults(Directory directory) {
        List<String> faults = new ArrayList<>();
        if (EmailAddress.parse(email).isEmpty()) {
            faults.add("email");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            faults.add("name");
        }
        Optional<Role> wanted = readRole();
        if (wanted.isEmpty()) {
            faults.add("role");
        }
        boolean manages = wanted.filter(Role.SITE_MANAGER::equals).isPresent();
        if (manages == knownSites(directory).isEmpty()) {
            faults.add("sites");
        }
        boolean books =
                wanted.filter(each -> each == Role.MEMBER || each == Role.GUEST).isPresent();
        if (books && organisation.isEmpty()) {
            faults.add("organisation");
        }
        return faults;
    }

    private Optional<Role> readRole() {
        return Stream.of(Role.values()).filter(each -> each.name().equals(role)).findFirst();
    }

    private Set<SiteId> knownSites(Directory directory) {
        return directory.sites().stream()
                .map(Site::id)
                .filter(site -> sites.contains(site.value()))
                .collect(Collectors.toSet());
    }

    /** Only of a form without {@link #faults}. */
    PersonEntry entry(Directory directory) {
        return new PersonEntry(
                new EmailAddress(email),
                name,
                readRole().orElseThrow(),
                Optional.of(organisation).filter(slug -> !slug.isEmpty()),
                knownSites(directory));
    }
}
