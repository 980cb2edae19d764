package org.passerelle.web.bookings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.closure.MoveOffers;
import org.passerelle.security.CurrentPerson;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

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
    private final Clock clock;

    MyBookingsPage(
            ReadingBookings reading,
            BookingSheets sheets,
            OffLines off,
            WaitingLines waiting,
            MoveOffers moves,
            Clock clock) {
        this.reading = reading;
        this.sheets = sheets;
        this.off = off;
        this.waiting = waiting;
        this.moves = moves;
        this.clock = clock;
    }

    @GetMapping("/bookings")
    String show(@CurrentPerson Person person, Locale locale, Model model) {
        Instant now = clock.instant();
        List<BookingSheet> mine = reading.madeBy(person.id(), now).stream()
                .sorted(Comparator.comparing(booking -> nextStart(booking, now)))
                .map(booking -> sheets.of(booking, person, locale))
                .toList();
        model.addAttribute("mine", mine);
        model.addAttribute(
                "off",
                reading.voidMadeBy(person.id(), now.minus(LATELY)).stream()
                        .sorted(Comparator.comparing(
                                (Booking booking) -> booking.status().changed(), Comparator.reverseOrder()))
                        .limit(MOST_OFF)
                        .map(booking -> off.of(booking, person, locale))
                        .toList());
        model.addAttribute("waiting", waiting.of(person, locale));
        model.addAttribute("moves", moves.of(person).size());
        return "bookings";
    }

    private static Instant nextStart(Booking booking, Instant now) {
        return booking.occupying()
                .filter(date -> date.time().end().isAfter(now))
                .map(date -> date.time().start())
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }
}
