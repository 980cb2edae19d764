package org.passerelle.notification;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OutsiderId;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.booking.changelog.LoggedChange;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.policy.RequestRights;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.arrangement.ServiceOffer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Who decides on requests for the rooms of a booking, and who is told what its sites have to do. */
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

    /**
     * Those who manage a site that something was ordered of, and the addresses to which it mails orders; nobody if nothing is
     * ordered, and nothing was before {@code change}.
     */
    List<PersonId> toldOfOrders(Booking booking, LoggedChange change) {
        Set<String> ordered = new HashSet<>(OrderChanges.before(change));
        booking.content().arrangements().layout().ifPresent(ordered::add);
        booking.content().arrangements().services().forEach(order -> ordered.add(order.service()));
        if (ordered.isEmpty()) {
            return List.of();
        }
        boolean isUnclear = OrderChanges.areCutOff(change);
        Directory directory = directories.current();
        List<Room> rooms = rooms(booking, change, directory);
        List<ServiceOffer> services = directory.services().stream()
                .filter(offer -> ordered.contains(offer.id()) || isUnclear)
                .filter(offer ->
                        rooms.stream().anyMatch(room -> room.site().value().equals(offer.site())))
                .toList();
        Set<SiteId> sites = Stream.concat(
                        services.stream().map(offer -> new SiteId(offer.site())),
                        rooms.stream()
                                .filter(room -> room.layouts().offered().stream()
                                        .anyMatch(layout -> ordered.contains(layout.id())))
                                .map(Room::site))
                .collect(Collectors.toSet());
        Stream<PersonId> managers = everybody.get().stream()
                .filter(person -> sites.stream().anyMatch(person::manages))
                .map(Person::id);
        Stream<PersonId> desks = services.stream()
                .flatMap(offer -> offer.orders().stream())
                .map(address -> new OutsiderId(new EmailAddress(address)));
        return Stream.concat(managers, desks).distinct().toList();
    }

    /** Those of its dates, and those that it had before {@code change}. */
    private static List<Room> rooms(Booking booking, LoggedChange change, Directory directory) {
        return Stream.concat(
                        booking.occurrences().stream().flatMap(date -> date.rooms().stream()),
                        OrderChanges.roomsBefore(change).stream())
                .distinct()
                .flatMap(room -> directory.room(room).stream())
                .toList();
    }

    /** Who may decide on it; those who administer the network only where nobody else may. */
    List<Person> of(Booking booking) {
        Directory directory = directories.current();
        List<Person> people = everybody.get();
        Optional<Person> organiser = people.stream()
                .filter(person -> person.id().equals(booking.owner().organiser()))
                .findFirst();
        List<Person> deciders = people.stream()
                .filter(person -> new RequestRights(person, directory, id -> organiser).mayDecide(booking))
                .toList();
        List<Person> managers = deciders.stream()
                .filter(person -> !person.administersTheNetwork())
                .toList();
        return managers.isEmpty() ? deciders : managers;
    }
}
