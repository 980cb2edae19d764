package org.passerelle.web.bookings;

import java.util.List;
import java.util.Locale;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.model.BookingId;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.invitation.CounterProposals;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.passerelle.web.book.OrderDesk;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes or declines another time that one of the invited proposed. */
@Controller
class ProposalsPage {

    private final CounterProposals proposals;
    private final ReasonTexts texts;
    private final PageWords words;

    ProposalsPage(CounterProposals proposals, ReasonTexts texts, PageWords words) {
        this.proposals = proposals;
        this.texts = texts;
        this.words = words;
    }

    @PostMapping("/bookings/{id}/proposals/take")
    String take(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam String whom,
            Locale locale,
            RedirectAttributes next) {
        BookingResult result = proposals.take(person, booking(id), invited(whom));
        if (result instanceof BookingResult.Refused refused) {
            next.addFlashAttribute(
                    "refused",
                    refused.reasons().stream()
                            .map(reason -> texts.of(reason, locale))
                            .toList());
        } else if (result instanceof BookingResult.Occupied) {
            next.addFlashAttribute("refused", List.of(words.text("proposal.occupied", locale)));
        } else {
            next.addFlashAttribute(
                    "done",
                    result instanceof BookingResult.Done made
                            ? OrderDesk.done(made.booking(), "proposal-taken")
                            : "proposal-taken");
        }
        return "redirect:/bookings/" + id;
    }

    @PostMapping("/bookings/{id}/proposals/decline")
    String decline(
            @CurrentPerson Person person, @PathVariable String id, @RequestParam String whom, RedirectAttributes next) {
        proposals.decline(person, booking(id), invited(whom));
        next.addFlashAttribute("done", "proposal-declined");
        return "redirect:/bookings/" + id;
    }

    private static BookingId booking(String id) {
        return BookingId.parse(id).orElseThrow(() -> new NoSuchPage("booking " + id));
    }

    private static EmailAddress invited(String whom) {
        return EmailAddress.parse(whom).orElseThrow(() -> new NoSuchPage("proposal of theirs"));
    }
}
