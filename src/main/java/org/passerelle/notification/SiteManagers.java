package org.passerelle.notification;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.SiteId;
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

    /** The managers of its sites; where nobody manages any of them, those who administer the network. */
    List<Person> of(Booking booking) {
        Set<SiteId> sites = sites(booking);
        List<Person> people = everybody.get();
        List<Person> managers = people.stream()
                .filter(person -> sites.stream().anyMatch(person::manages))
                .toList();
        return managers.isEmpty()
                ? people.stream().filter(Person::administersTheNetwork).toList()
                : managers;
    }

    private Set<SiteId> sites(Booking booking) {
        Directory directory = directories.current();
        return Stream.concat(
                        booking.rooms().stream(),
                        booking.occurrences().stream().map(Occurrence::rooms).flatMap(List::stream))
                .distinct()
                .flatMap(room -> directory.room(room).stream())
                .map(Room::site)
                .collect(Collectors.toSet());
    }
}
