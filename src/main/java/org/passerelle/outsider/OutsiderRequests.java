package org.passerelle.outsider;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OutsiderId;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.account.Preference;
import org.passerelle.account.Preferences;
import org.passerelle.booking.Assessment;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.BookingRooms;
import org.passerelle.booking.CancellingBookings;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.RequestKey;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.mail.quota.Full;
import org.passerelle.mail.quota.Full.Limit;
import org.passerelle.mail.quota.MailQuota;
import org.springframework.stereotype.Component;

/**
 * Lets people without an account ask for rooms that guests may ask for. Nothing is held before they confirm by the link in their
 * mail that the address is theirs; then it is a request on which the site decides. How many they may make is limited for each
 * address and for each site.
 */
@Component
public class OutsiderRequests {

    private final OutsiderRequestDocuments documents;
    private final OutsiderLinks links;
    private final OutsiderMailing mailing;
    private final RequestTallies tallies;
    private final RequestPlaces places;
    private final OutsiderProperties limits;
    private final MailQuota quota;
    private final BookingRooms booking;
    private final CancellingBookings cancelling;
    private final ReadingBookings reading;
    private final Accounts accounts;
    private final Preferences preferences;
    private final Directories directories;
    private final Clock clock;

    OutsiderRequests(
            OutsiderRequestDocuments documents,
            OutsiderLinks links,
            OutsiderMailing mailing,
            RequestTallies tallies,
            RequestPlaces places,
            OutsiderProperties limits,
            MailQuota quota,
            BookingRooms booking,
            CancellingBookings cancelling,
            ReadingBookings reading,
            Accounts accounts,
            Preferences preferences,
            Directories directories,
            Clock clock) {
        this.documents = documents;
        this.links = links;
        this.mailing = mailing;
        this.tallies = tallies;
        this.places = places;
        this.limits = limits;
        this.quota = quota;
        this.booking = booking;
        this.cancelling = cancelling;
        this.reading = reading;
        this.accounts = accounts;
        this.preferences = preferences;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * What a link opens.
     *
     * @param waiting what can still be confirmed; empty once it is a booking
     * @param booking as it is now; empty before
     */
    public record OpenedGuestLink(Optional<OutsiderRequest> waiting, Optional<Booking> booking) {}

    /** The rooms at {@code site} that guests may ask for. */
    public List<Room> rooms(SiteId site) {
        return directories.current().roomsAt(site).stream()
                .filter(BookingRights::areGuestsAdmitted)
                .toList();
    }

    /** The sites with such rooms, in the order of the directory. */
    public List<Site> sites() {
        return directories.current().sites().stream()
                .filter(site -> !rooms(site.id()).isEmpty())
                .toList();
    }

    /** Whoever has the address of {@code request} is asked by mail whether they want it. */
    public AskedRequest ask(OutsiderRequest request) {
        Directory directory = directories.current();
        Optional<Room> room = directory.room(request.room()).filter(BookingRights::areGuestsAdmitted);
        Assessment rules = booking.outlook(request.person(), request.order(zone(request.room(), directory)));
        if (room.isEmpty() || !rules.objections().isEmpty()) {
            return new AskedRequest.AgainstRules(rules.objections());
        }
        if (!reading.holding(rules.claims()).isEmpty()) {
            return new AskedRequest.RoomIsTaken();
        }
        if (directory.roomAddressedAs(request.address().value()).isPresent()) {
            return new AskedRequest.MailOwed();
        }
        String site = site(room.get());
        if (!tallies.take(mailbox(request.address()), limits.requestsPerAddress(), limits.day(), clock.instant())) {
            return new AskedRequest.MailOwed();
        }
        if (!tallies.take(site, limits.requestsPerSite(), limits.day(), clock.instant())) {
            return new AskedRequest.SiteIsFull();
        }
        Optional<Full> full = quota.take(site, request.address(), false);
        if (full.filter(OutsiderRequests::isOfTheSite).isPresent()) {
            return new AskedRequest.SiteIsFull();
        }
        // That an address has had enough mail is told to nobody, for it would tell something about that address.
        if (full.isEmpty()) {
            documents.add(request);
            mailing.begin();
        }
        return new AskedRequest.MailOwed();
    }

    private static boolean isOfTheSite(Full full) {
        return full.limit() == Limit.MAILS_PER_PERSON || full.limit() == Limit.STRANGER_MAILS_PER_PERSON;
    }

    /** One mailbox, whatever stands behind a plus in its name (RFC 5233 section 1). */
    private static String mailbox(EmailAddress address) {
        return "address " + address.value().toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
    }

    private static ZoneId zone(RoomId room, Directory directory) {
        return directory
                .room(room)
                .map(directory::siteOf)
                .map(Site::zone)
                .orElseThrow(() -> new IllegalArgumentException("Not a room of this directory"));
    }

    /** Empty if the link was never handed out, or nothing is left of what it was for. */
    public Optional<OpenedGuestLink> open(String token) {
        Optional<BookingId> id = links.named(token);
        Optional<Booking> booked = id.flatMap(reading::find)
                .filter(each -> links.isOf(token, each.owner().organiser()));
        if (booked.isPresent()) {
            return Optional.of(new OpenedGuestLink(Optional.empty(), booked));
        }
        return id.flatMap(documents::find)
                .filter(each -> links.isOf(token, new OutsiderId(each.address())) && mayBeConfirmed(each))
                .map(each -> new OpenedGuestLink(Optional.of(each), Optional.empty()));
    }

    /** Whoever has got an account since signs in with it. */
    private boolean mayBeConfirmed(OutsiderRequest request) {
        return clock.instant().isBefore(request.expires())
                && accounts.person(request.address()).isEmpty()
                && directories.current().room(request.room()).isPresent();
    }

    /**
     * Makes a request of it on which the site decides, and is told of in the language it was made in; the same again makes no other.
     * What waits with one address, and at one site, is bounded: it holds rooms.
     */
    public ConfirmedRequest confirm(OutsiderRequest request) {
        if (!hasPlace(request, mailbox(request.address()), limits.waitingPerAddress())) {
            return new ConfirmedRequest.AddressHasEnough(limits.waitingPerAddress());
        }
        if (!hasPlace(request, site(request), limits.waitingPerSite())) {
            places.giveBack(request.id());
            return new ConfirmedRequest.SiteHasEnough();
        }
        rememberLanguage(request);
        BookingResult result = booking.book(
                request.person(),
                request.order(zone(request.room(), directories.current())),
                Optional.empty(),
                new RequestKey(request.id(), "outsider", true));
        if (result instanceof BookingResult.Done || result instanceof BookingResult.DoneBefore) {
            documents.remove(request.id());
        } else {
            places.giveBack(request.id());
        }
        return new ConfirmedRequest.Tried(result);
    }

    private boolean hasPlace(OutsiderRequest request, String owner, int most) {
        return places.take(
                request.id(),
                owner,
                most,
                id -> isInState(id, BookingState.REQUESTED::equals),
                id -> isInState(id, state -> state != BookingState.REQUESTED));
    }

    private boolean isInState(BookingId id, Predicate<BookingState> which) {
        return reading.find(id).map(Booking::state).filter(which).isPresent();
    }

    private String site(OutsiderRequest request) {
        return directories
                .current()
                .room(request.room())
                .map(OutsiderRequests::site)
                .orElse("");
    }

    private static String site(Room room) {
        return "site " + room.site();
    }

    /** In which they are written to from now on; on which clock is another matter. */
    private void rememberLanguage(OutsiderRequest request) {
        PersonId person = request.person().id();
        preferences.put(
                person,
                new Preference(
                        Optional.of(request.language()), preferences.of(person).zone()));
    }

    /** Calls off what was asked for, or is agreed to by now. */
    public BookingResult withdraw(Booking booked) {
        return cancelling.cancel(person(booked), booked.id(), Optional.empty());
    }

    /** Whoever the link of {@code booked} was sent to. */
    public Person person(Booking booked) {
        PersonId organiser = booked.owner().organiser();
        if (organiser instanceof OutsiderId outsider) {
            return Person.outsider(outsider.address(), "");
        }
        throw new IllegalArgumentException("Booked by somebody with an account");
    }
}
