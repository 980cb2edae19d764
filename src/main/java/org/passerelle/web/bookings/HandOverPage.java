package org.passerelle.web.bookings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.HandingOver;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hands a booking over to a colleague, from its page. */
@Controller
class HandOverPage {

    private final ReadingBookings reading;
    private final HandingOver handingOver;
    private final Accounts accounts;
    private final ReasonTexts texts;
    private final PageWords words;

    HandOverPage(
            ReadingBookings reading, HandingOver handingOver, Accounts accounts, ReasonTexts texts, PageWords words) {
        this.reading = reading;
        this.handingOver = handingOver;
        this.accounts = accounts;
        this.texts = texts;
        this.words = words;
    }

    /** @param to the e-mail address of a colleague */
    @PostMapping("/bookings/{id}/hand-over")
    String handOver(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String to,
            Locale locale,
            RedirectAttributes next) {
        Booking booking = BookingId.parse(id).flatMap(reading::find).orElseThrow(() -> new NoSuchPage("booking " + id));
        Optional<Person> colleague = EmailAddress.parse(to.strip())
                .flatMap(accounts::person)
                .filter(each -> HandingOver.mayTake(each, booking.owner()));
        if (colleague.isEmpty()) {
            next.addFlashAttribute("refused", List.of(words.text("booking.hand-over.unknown", locale)));
            return "redirect:/bookings/" + id;
        }
        BookingResult result = handingOver.handOver(person, booking.id(), colleague.get());
        if (result instanceof BookingResult.Refused refused) {
            next.addFlashAttribute(
                    "refused",
                    refused.reasons().stream()
                            .map(reason -> texts.of(reason, locale))
                            .toList());
        } else {
            next.addFlashAttribute("done", "handed-over");
        }
        return "redirect:/bookings/" + id;
    }
}
