package org.passerelle.notification;

import java.util.List;
import java.util.function.Supplier;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.policy.RequestRights;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Who decides on requests for the rooms of a booking. */
@Component
class SiteManagers {

    private final Supplier<List<Person>> everybody;
    private final Directories directories;

    @Autowired
    SiteManagers(AccountRegister register, Directories directories) {
        this(register::people, directories);
    }

    SiteManagers(Supplier<List<Person>> everybody, Directories directories) {
        this.everybody = everybody;
        this.directories = directories;
    }

    /** Who may decide on it; those who administer the network only where nobody else may. */
    List<Person> of(Booking booking) {
        Directory directory = directories.current();
        List<Person> deciders = everybody.get().stream()
                .filter(person -> new RequestRights(person, directory).mayDecide(booking))
                .toList();
        List<Person> managers = deciders.stream()
                .filter(person -> !person.administersTheNetwork())
                .toList();
        return managers.isEmpty() ? deciders : managers;
    }
}
