package org.passerelle.web.accounts;

import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.booking.RemovingPeople;
import org.passerelle.booking.RemovingPeople.BookingsAhead;
import org.passerelle.booking.RemovingPeople.RemovalOutcome;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.privacy.LeavingForm;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Ends somebody's account, once it is said what becomes of what they have booked. */
@Controller
class EndAccessPage {

    private final Accounts accounts;
    private final RemovingPeople removing;

    EndAccessPage(Accounts accounts, RemovingPeople removing) {
        this.accounts = accounts;
        this.removing = removing;
    }

    @Metered
    @PostMapping("/people/{email}/end")
    String end(
            @CurrentPerson Person person,
            @PathVariable String email,
            @ModelAttribute LeavingForm form,
            RedirectAttributes next) {
        AccountsPage.requireAdministrator(person);
        EmailAddress address = EmailAddress.parse(email)
                .filter(each -> accounts.person(each).isPresent())
                .orElseThrow(() -> new NoSuchPage("person of that address"));
        Optional<BookingsAhead> ahead =
                form.ahead(accounts, other -> !other.email().equals(address));
        if (ahead.isEmpty()) {
            return refused(address, "colleague", 0, next);
        }
        RemovalOutcome outcome = removing.remove(person, address, ahead.get());
        if (outcome instanceof RemovalOutcome.HasBookings has) {
            return refused(address, form.isSaid() ? "left" : "bookings", has.count(), next);
        }
        if (outcome instanceof RemovalOutcome.Refused refused) {
            return refused(address, AccountsPage.name(refused.why()), 0, next);
        }
        next.addFlashAttribute("ended", address.value());
        return "redirect:/people";
    }

    private static String refused(EmailAddress address, String why, int count, RedirectAttributes next) {
        next.addFlashAttribute("endRefused", why);
        next.addFlashAttribute("count", count);
        return "redirect:" + AccountsPage.path(address.value());
    }
}
