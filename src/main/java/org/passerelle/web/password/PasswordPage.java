package org.passerelle.web.password;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.AccountRefusal;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.Person;
import org.passerelle.security.CurrentPerson;
import org.passerelle.security.throttle.PasswordChanges;
import org.passerelle.security.throttle.TooManyAttempts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes one's own password, and says what makes a good one. Afterwards one signs in anew, on every device. */
@Controller
class PasswordPage {

    private static final String VIEW = "password";

    private final AccountRegister register;
    private final PasswordChanges changes;

    PasswordPage(AccountRegister register, PasswordChanges changes) {
        this.register = register;
        this.changes = changes;
    }

    @GetMapping("/password")
    String show(@CurrentPerson Person person, Model model, HttpServletResponse response) {
        return page(person, model, response);
    }

    /** @param again the new one once more, so that nobody shuts themselves out by a slip */
    @PostMapping("/password")
    String change(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String again,
            Model model,
            HttpServletResponse response) {
        Optional<String> fault;
        if (!next.equals(again)) {
            fault = Optional.of("again");
        } else {
            try {
                changes.count(person.id().toString());
                fault = register.changePassword(person.id(), present, next).map(PasswordPage::word);
            } catch (TooManyAttempts e) {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(
                        HttpHeaders.RETRY_AFTER, String.valueOf(e.retryAfter().toSeconds()));
                model.addAttribute("fault", "too-many");
                return page(person, model, response);
            }
        }
        if (fault.isEmpty()) {
            return "redirect:/sign-in?changed";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("fault", fault.get());
        return page(person, model, response);
    }

    private static String page(Person person, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("email", person.email().value());
        return VIEW;
    }

    private static String word(AccountRefusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
