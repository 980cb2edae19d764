package org.passerelle.web.reception;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.reception.ExpectedGuest;
import org.passerelle.reception.GuestLists;
import org.passerelle.reception.ReceptionProperties;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The guests of a booking, one a line, whom the reception of its site then expects. */
@Controller
class GuestsPage {

    private static final String BETWEEN = ", ";

    private final GuestLists guests;
    private final ReadingBookings reading;
    private final ReceptionProperties properties;

    GuestsPage(GuestLists guests, ReadingBookings reading, ReceptionProperties properties) {
        this.guests = guests;
        this.reading = reading;
        this.properties = properties;
    }

    @GetMapping("/bookings/{id}/guests")
    String show(@CurrentPerson Person person, @PathVariable String id, Model model) {
        Booking booking = booking(id);
        model.addAttribute("booking", booking);
        model.addAttribute("kept", days(properties.keep()));
        List<ExpectedGuest> named = guests.of(person, booking);
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", named.stream().map(GuestsPage::line).collect(Collectors.joining("\n")));
        }
        return "guests";
    }

    /** Begun ones count. */
    private static long days(Duration kept) {
        return kept.plusDays(1).minusNanos(1).toDays();
    }

    /** @param names one a line, after a comma whom they come from; empty lines are passed over */
    @PostMapping("/bookings/{id}/guests")
    String name(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String names,
            RedirectAttributes next) {
        TypedGuests read = TypedGuests.of(names);
        Booking booking = booking(id);
        if (read.faults().isEmpty()) {
            guests.put(person, booking, read.guests());
            next.addFlashAttribute("done", true);
        } else {
            guests.of(person, booking);
            next.addFlashAttribute("refused", read.faults());
            next.addFlashAttribute("typed", names);
        }
        return "redirect:/bookings/" + id + "/guests";
    }

    private static String line(ExpectedGuest guest) {
        return guest.organisation().isEmpty() ? guest.name() : guest.name() + BETWEEN + guest.organisation();
    }

    private Booking booking(String id) {
        return BookingId.parse(id).flatMap(reading::find).orElseThrow(() -> new NoSuchPage("booking " + id));
    }
}
