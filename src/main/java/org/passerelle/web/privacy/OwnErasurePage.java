package org.passerelle.web.privacy;

import java.util.Optional;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.RemovingPeople.BookingsAhead;
import org.passerelle.platform.work.Metered;
import org.passerelle.privacy.ErasingPeople;
import org.passerelle.privacy.ErasingPeople.ErasureOutcome;
import org.passerelle.security.CurrentPerson;
import org.passerelle.security.throttle.PasswordChanges;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Has oneself erased, which asks for the password once more: whoever finds a browser open must not be able to. */
@Controller
class OwnErasurePage {

    private static final String HERE = "redirect:/preferences/data";
    private static final String REFUSED = "refused";

    private final ErasingPeople erasing;
    private final AccountRegister register;
    private final Accounts accounts;
    private final PasswordChanges tries;

    OwnErasurePage(ErasingPeople erasing, AccountRegister register, Accounts accounts, PasswordChanges tries) {
        this.erasing = erasing;
        this.register = register;
        this.accounts = accounts;
        this.tries = tries;
    }

    @Metered
    @PostMapping("/preferences/data/erase")
    String erase(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String password,
            @ModelAttribute LeavingForm form,
            RedirectAttributes next) {
        tries.count(person.id().toString());
        if (!register.isPassword(person.id(), password)) {
            next.addFlashAttribute(REFUSED, "password");
            return HERE;
        }
        Optional<BookingsAhead> ahead = form.ahead(
                accounts,
                other -> other.organisation().equals(person.organisation())
                        && !other.id().equals(person.id()));
        if (ahead.isEmpty()) {
            next.addFlashAttribute(REFUSED, "colleague");
            return HERE;
        }
        ErasureOutcome outcome = erasing.erase(person, person.email(), ahead.get());
        if (outcome instanceof ErasureOutcome.BookingsLeft left) {
            next.addFlashAttribute(REFUSED, form.isSaid() ? "left" : "bookings");
            next.addFlashAttribute("count", left.count());
            return HERE;
        }
        if (outcome instanceof ErasureOutcome.Refused) {
            next.addFlashAttribute(REFUSED, "administrator");
            return HERE;
        }
        return "erased";
    }
}
