package org.passerelle.invitation.offers;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.availability.query.FoundRooms.NearMiss;
import org.passerelle.booking.InvitableAddress;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.invitation.offers.Offer.AskedTime;
import org.passerelle.invitation.offers.Offer.OfferedSlot;
import org.passerelle.platform.PublicUrl;
import org.passerelle.platform.digest.Digests;
import org.springframework.stereotype.Component;

/** Makes offers, each behind a link that nobody can guess and that is good for a week at most. */
@Component
public class Offers {

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int MOST = 3;

    private final OfferStore store;
    private final Accounts accounts;
    private final Directories directories;
    private final PublicUrl publicUrl;
    private final Supplier<byte[]> key;
    private final Clock clock;

    Offers(
            OfferStore store,
            Accounts accounts,
            Directories directories,
            PublicUrl publicUrl,
            Supplier<byte[]> key,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.directories = directories;
        this.publicUrl = publicUrl;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Those of {@code found} that {@code whom} may have, if perhaps only when a manager agrees; none for whoever could not be
     * invited to it.
     */
    public List<NearMiss> admitted(Attendee whom, List<NearMiss> found) {
        if (!InvitableAddress.is(whom.email())) {
            return List.of();
        }
        Optional<Person> account = accounts.person(whom.email());
        return found.stream()
                .filter(each -> Admission.to(each.rooms(), whom.email(), account) != Admission.REFUSED)
                .toList();
    }

    /**
     * The link by which {@code whom} can have one of {@code admitted}; the same again for the same {@code cause}.
     *
     * @param wished what was asked for, once
     * @param cause names the question that is answered
     */
    public Optional<URI> make(Attendee whom, BookingOrder wished, List<NearMiss> admitted, String cause) {
        if (admitted.isEmpty() || wished.schedule().recurs()) {
            return Optional.empty();
        }
        String secret = secret(whom.email().value() + "\n" + cause);
        AskedTime asked = new AskedTime(
                wished.content(),
                wished.schedule().first(),
                directories.current().siteOf(admitted.get(0).rooms().get(0)).zone());
        List<OfferedSlot> choices = choices(admitted);
        Instant now = clock.instant();
        store.tidy(now);
        store.save(new Offer(
                id(secret), accounts.idOf(whom.email()), whom, asked, choices, until(choices, now.plus(LONGEST))));
        return Optional.of(publicUrl.link("/instead/" + secret));
    }

    static List<OfferedSlot> choices(List<NearMiss> found) {
        return found.stream()
                .limit(MOST)
                .map(each -> new OfferedSlot(each.rooms().stream().map(Room::id).toList(), each.time()))
                .toList();
    }

    private static Instant until(List<OfferedSlot> choices, Instant atMost) {
        return choices.stream()
                .map(choice -> choice.time().start())
                .max(Comparator.naturalOrder())
                .filter(last -> last.isBefore(atMost))
                .orElse(atMost);
    }

    Optional<Offer> find(String secret) {
        return store.find(id(secret))
                .filter(offer ->
                        offer.person().equals(accounts.idOf(offer.whom().email())));
    }

    /** Whoever has the account of that address; else somebody of that address who belongs to no organisation. */
    Person person(Offer offer) {
        return accounts.person(offer.person())
                .orElseGet(
                        () -> Person.outsider(offer.whom().email(), offer.whom().name()));
    }

    /** Whether what is offered is still open to them; refused if a room is no longer there. */
    Admission admission(Offer offer, OfferedSlot choice) {
        List<Room> rooms = rooms(choice.rooms(), directories.current());
        return rooms.size() < choice.rooms().size()
                ? Admission.REFUSED
                : Admission.to(rooms, offer.whom().email(), accounts.person(offer.person()));
    }

    static List<Room> rooms(List<RoomId> ids, Directory directory) {
        return ids.stream().flatMap(id -> directory.room(id).stream()).toList();
    }

    private String secret(String text) {
        byte[] code = Digests.hmac(key.get(), ("INSTEAD\n" + text).getBytes(StandardCharsets.UTF_8));
        return new BigInteger(1, code, 0, 16).setBit(128).toString(36);
    }

    private static String id(String secret) {
        return Digests.hex(secret);
    }
}
