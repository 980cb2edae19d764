package org.passerelle.booking.deputy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.account.Contact;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteId;
import org.springframework.stereotype.Component;

/**
 * Says who may book in whose name: deputies of somebody, or of their organisation; and whoever runs the sites of all the rooms,
 * for anybody who has an account.
 */
@Component
public class BookingOnBehalf {

    /** Why somebody is not booked for: one answer, whether nobody has the address or somebody has who never named a deputy. */
    public static final Reason REFUSED = Reason.of(ReasonCode.NOT_ALLOWED, "on-behalf");

    private final Accounts accounts;
    private final Directories directories;

    public BookingOnBehalf(Accounts accounts, Directories directories) {
        this.accounts = accounts;
        this.directories = directories;
    }

    /** Empty if {@code actor} may not book {@code rooms} for whoever has {@code address}; it is not told whether anybody has. */
    public Optional<Booker> booker(Person actor, EmailAddress address, Collection<RoomId> rooms) {
        return address.equals(actor.email())
                ? Optional.of(Booker.self(actor))
                : accounts.person(address)
                        .filter(principal -> actor.deputyRights().bookFor(principal) || runsAll(actor, rooms))
                        .map(principal -> new Booker(actor, principal));
    }

    /** Who has {@code address}, if {@code deputy} stands in for them: what they booked may be listed, as far as it is looked after. */
    public Optional<Person> principal(Person deputy, String address) {
        return EmailAddress.parse(address)
                .flatMap(accounts::person)
                .filter(principal -> deputy.deputyRights().bookFor(principal));
    }

    /** The people for whom {@code deputy} stands in, by name; without those for whom all of an organisation counts. */
    public List<Contact> principals(Person deputy) {
        return deputy.deputyRights().people().stream()
                .map(accounts::contact)
                .sorted(Comparator.comparing(Contact::shown))
                .toList();
    }

    /** Whether {@code actor} books for anybody somewhere. */
    public static boolean isOfferedTo(Person actor) {
        return !actor.deputyRights().people().isEmpty()
                || !actor.deputyRights().organisations().isEmpty()
                || actor.administersTheNetwork()
                || !actor.sites().isEmpty();
    }

    private boolean runsAll(Person actor, Collection<RoomId> rooms) {
        Directory directory = directories.current();
        List<SiteId> sites = rooms.stream()
                .flatMap(room -> directory.room(room).stream())
                .map(Room::site)
                .toList();
        return !sites.isEmpty() && sites.stream().allMatch(actor::runs);
    }
}
