package org.passerelle.web.reception;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.platform.text.Text;
import org.passerelle.reception.ExpectedGuest;
import org.passerelle.reception.GuestLists;
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

    GuestsPage(GuestLists guests, ReadingBookings reading) {
        this.guests = guests;
        this.reading = reading;
    }

    @GetMapping("/bookings/{id}/guests")
    String show(@CurrentPerson Person person, @PathVariable String id, Model model) {
        Booking booking = booking(id);
        model.addAttribute("booking", booking);
        List<ExpectedGuest> named = guests.of(person, booking);
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", named.stream().map(GuestsPage::line).collect(Collectors.joining("\n")));
        }
        return "guests";
    }

    /** @param names one a line, after a comma whom they come from; empty lines are passed over */
    @PostMapping("/bookings/{id}/guests")
    String name(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String names,
            RedirectAttributes next) {
        List<ExpectedGuest> named = names.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(GuestLists.MOST + 1L)
                .flatMap(line -> guest(line).stream())
                .toList();
        Booking booking = booking(id);
        if (named.size() > GuestLists.MOST) {
            guests.of(person, booking);
            next.addFlashAttribute("refused", true);
            next.addFlashAttribute("typed", names);
        } else {
            guests.put(person, booking, named);
            next.addFlashAttribute("done", true);
        }
        return "redirect:/bookings/" + id + "/guests";
    }

    private static String line(ExpectedGuest guest) {
        return guest.organisation().isEmpty() ? guest.name() : guest.name() + BETWEEN + guest.organisation();
    }

    /** Before the first comma stands the name; empty if there is none. */
    private static Optional<ExpectedGuest> guest(String line) {
        int comma = line.indexOf(',');
        String name = Text.line(comma < 0 ? line : line.substring(0, comma), ExpectedGuest.LONGEST);
        String from = comma < 0 ? "" : Text.line(line.substring(comma + 1), ExpectedGuest.LONGEST);
        return name.isBlank() ? Optional.empty() : Optional.of(new ExpectedGuest(name, from));
    }

    private Booking booking(String id) {
        return BookingId.parse(id).flatMap(reading::find).orElseThrow(() -> new NoSuchPage("booking " + id));
    }
}
