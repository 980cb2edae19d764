package org.passerelle.web.bookings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.passerelle.account.Contact;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.deputy.BookingOnBehalf;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.closure.MoveOffers;
import org.passerelle.directory.Directories;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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

    /** @param onBehalfOf the address of somebody for whom {@code person} stands in, to look after what is theirs */
    @GetMapping("/bookings")
    String show(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String onBehalfOf,
            Locale locale,
            Model model) {
        Instant now = clock.instant();
        Person whose = onBehalfOf.isEmpty() ? person : principal(person, onBehalfOf, model);
        List<BookingSheet> mine = reading.madeBy(whose.id(), now).stream()
                .filter(booking -> isShown(person, whose, booking))
                .sorted(Comparator.comparing(booking -> nextStart(booking, now)))
                .map(booking -> sheets.of(booking, person, locale))
                .toList();
        model.addAttribute("mine", mine);
        List<Booking> ended = reading.voidMadeBy(whose.id(), now.minus(LATELY)).stream()
                .filter(booking -> isShown(person, whose, booking))
                .sorted(Comparator.comparing(
                        (Booking booking) -> booking.status().changed(), Comparator.reverseOrder()))
                .toList();
        model.addAttribute("allOff", ended.size());
        model.addAttribute(
                "off",
                ended.stream()
                        .limit(MOST_OFF)
                        .map(booking -> off.of(booking, person, locale))
                        .toList());
        model.addAttribute("waiting", onBehalfOf.isEmpty() ? waiting.of(person, locale) : List.of());
        model.addAttribute("moves", onBehalfOf.isEmpty() ? moves.of(person).size() : 0);
        model.addAttribute("principals", behalf.principals(person));
        return "bookings";
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
