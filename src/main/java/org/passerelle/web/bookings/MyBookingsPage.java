package org.passerelle.web.bookings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.passerelle.account.Contact;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.deputy.BookingOnBehalf;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.search.BookingWords;
import org.passerelle.closure.MoveOffers;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.SiteId;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.Interval;
import org.passerelle.web.NoSuchPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What somebody has booked and is not over, the next first; before it what they wait for, and after it what was called off or
 * declined lately.
 */
@Controller
class MyBookingsPage {

    /** So long after its time what is off is still shown. */
    private static final Duration LATELY = Duration.ofDays(30);

    private static final int MOST_OFF = 30;
    private static final int MOST_SHOWN = 100;

    /** As far ahead as bookings of others are looked for. */
    private static final Duration AHEAD = Duration.ofDays(750);

    private final ReadingBookings reading;
    private final BookingSheets sheets;
    private final OffLines off;
    private final WaitingLines waiting;
    private final MoveOffers moves;
    private final BookingOnBehalf behalf;
    private final Directories directories;
    private final Clock clock;

    MyBookingsPage(
            ReadingBookings reading,
            BookingSheets sheets,
            OffLines off,
            WaitingLines waiting,
            MoveOffers moves,
            BookingOnBehalf behalf,
            Directories directories,
            Clock clock) {
        this.reading = reading;
        this.sheets = sheets;
        this.off = off;
        this.waiting = waiting;
        this.moves = moves;
        this.behalf = behalf;
        this.directories = directories;
        this.clock = clock;
    }

    /** What the address asks for: words to look for, a site, what is over, or what is of somebody for whom they stand in. */
    @Metered
    @GetMapping("/bookings")
    String show(
            @CurrentPerson Person person,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model) {
        Instant now = clock.instant();
        BookingsFilter filter = BookingsFilter.of(sent);
        String onBehalfOf = filter.onBehalfOf();
        Person whose = onBehalfOf.isEmpty() ? person : principal(person, onBehalfOf, model);
        List<Booking> found = found(filter, person, whose, now);
        model.addAttribute("filter", filter);
        model.addAttribute("sites", directories.current().sites());
        model.addAttribute("more", Math.max(0, found.size() - MOST_SHOWN));
        model.addAttribute(
                "mine",
                found.stream()
                        .limit(MOST_SHOWN)
                        .map(booking -> sheets.of(booking, person, locale))
                        .toList());
        boolean isWhole = onBehalfOf.isEmpty() && !filter.isSet();
        model.addAttribute("waiting", isWhole ? waiting.of(person, locale) : List.of());
        model.addAttribute("moves", isWhole ? moves.of(person).size() : 0);
        addOff(filter.isPast() ? List.of() : off(filter, person, whose, now), person, locale, model);
        model.addAttribute("principals", behalf.principals(person));
        return "bookings";
    }

    private List<Booking> found(BookingsFilter filter, Person person, Person whose, Instant now) {
        Directory directory = directories.current();
        Instant since = filter.since(now);
        // Of others nothing is shown that was not looked for.
        boolean isOfAll = filter.isOfAll() && !filter.words().isEmpty();
        List<Booking> all = isOfAll
                ? reading.holding(directory.rooms(), Interval.of(since, filter.isPast() ? now : now.plus(AHEAD)))
                : reading.madeBy(whose.id(), since);
        Comparator<Booking> order = filter.isPast()
                ? Comparator.comparing(MyBookingsPage::lastEnd, Comparator.reverseOrder())
                : Comparator.comparing(booking -> nextStart(booking, now));
        return all.stream()
                .filter(booking -> isOfAll || isShown(person, whose, booking))
                .filter(booking -> lastEnd(booking).isAfter(now) != filter.isPast())
                .filter(isLookedFor(filter, person, directory))
                .sorted(order)
                .toList();
    }

    private static Predicate<Booking> isLookedFor(BookingsFilter filter, Person person, Directory directory) {
        BookingWords words = filter.words();
        Optional<SiteId> only = filter.only(directory);
        return booking -> words.areIn(new BookingAccess(person, booking, directory))
                && (only.isEmpty() || isAt(only.get(), booking, directory));
    }

    private static boolean isAt(SiteId site, Booking booking, Directory directory) {
        return booking.rooms().stream()
                .flatMap(room -> directory.room(room).stream())
                .anyMatch(room -> room.site().equals(site));
    }

    private static Instant lastEnd(Booking booking) {
        return booking.occupying()
                .map(date -> date.time().end())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** What was called off or declined lately, the last first. */
    private List<Booking> off(BookingsFilter filter, Person person, Person whose, Instant now) {
        return reading.voidMadeBy(whose.id(), now.minus(LATELY)).stream()
                .filter(booking -> isShown(person, whose, booking))
                .filter(isLookedFor(filter, person, directories.current()))
                .sorted(Comparator.comparing(
                        (Booking booking) -> booking.status().changed(), Comparator.reverseOrder()))
                .toList();
    }

    private void addOff(List<Booking> ended, Person person, Locale locale, Model model) {
        model.addAttribute("allOff", ended.size());
        model.addAttribute(
                "off",
                ended.stream()
                        .limit(MOST_OFF)
                        .map(booking -> off.of(booking, person, locale))
                        .toList());
    }

    private Person principal(Person person, String address, Model model) {
        Person principal =
                behalf.principal(person, address).orElseThrow(() -> new NoSuchPage("bookings of " + address));
        model.addAttribute("principal", Contact.of(principal).shown());
        return principal;
    }

    /** Of somebody's bookings no deputy is told which are private, unless they look after those too. */
    private boolean isShown(Person reader, Person whose, Booking booking) {
        return reader.id().equals(whose.id()) || new BookingAccess(reader, booking, directories.current()).standsIn();
    }

    private static Instant nextStart(Booking booking, Instant now) {
        return booking.occupying()
                .filter(date -> date.time().end().isAfter(now))
                .map(date -> date.time().start())
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }
}
