package org.passerelle.notification.notice;

import java.util.List;
import org.passerelle.account.Person;
import org.passerelle.directory.SiteId;

/** Who is told of bookings that a site cannot have as they are. */
final class ClosureReaders {

    private ClosureReaders() {}

    /** Those of {@code people} who manage {@code site}; where there are none, who administer the network. */
    static List<Person> of(SiteId site, List<Person> people) {
        List<Person> managers =
                people.stream().filter(person -> person.manages(site)).toList();
        return managers.isEmpty()
                ? people.stream().filter(Person::administersTheNetwork).toList()
                : managers;
    }
}
