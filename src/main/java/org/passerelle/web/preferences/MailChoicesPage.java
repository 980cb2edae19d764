package org.passerelle.web.preferences;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.notification.choice.ChosenMails;
import org.passerelle.notification.choice.MailChoices;
import org.passerelle.security.CurrentPerson;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which mails one gets about bookings. */
@Controller
class MailChoicesPage {

    private final ChosenMails chosen;

    MailChoicesPage(ChosenMails chosen) {
        this.chosen = chosen;
    }

    @GetMapping("/preferences/mails")
    String show(@CurrentPerson Person person, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("choices", chosen.of(person.id()));
        model.addAttribute("decides", person.role() == Role.SITE_MANAGER || person.administersTheNetwork());
        return "preferences-mails";
    }

    /** @param mails those that are wanted; the others are not */
    @PostMapping("/preferences/mails")
    String save(
            @CurrentPerson Person person,
            @RequestParam(name = "mail", defaultValue = "") Set<String> mails,
            RedirectAttributes next) {
        chosen.put(
                person.id(),
                new MailChoices(
                        mails.contains("confirmations"), mails.contains("changes"), mails.contains("requests")));
        next.addFlashAttribute("done", true);
        return "redirect:/preferences/mails";
    }
}
