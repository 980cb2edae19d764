package org.passerelle.web.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.mail.inbox.Inbox;
import org.passerelle.mail.inbox.InboxMail;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.mail.HeldBackLines.HeldBack;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What was mailed to the rooms that somebody manages, the newest first, and before it what waits to be mailed about meetings
 * there. For everybody else there is no such page.
 */
@Controller
class MailLogPage {

    /** On one page. */
    private static final int MOST = 100;

    private final Inbox inbox;
    private final MailSheets sheets;
    private final HeldBackLines waiting;

    MailLogPage(Inbox inbox, MailSheets sheets, HeldBackLines waiting) {
        this.inbox = inbox;
        this.sheets = sheets;
        this.waiting = waiting;
    }

    @GetMapping("/mail-log")
    String show(
            @CurrentPerson Person person, @RequestParam(defaultValue = "") String after, Locale locale, Model model) {
        requireManager(person);
        Optional<String> last = Optional.of(after).filter(id -> !id.isBlank());
        List<InboxMail> mails = inbox.log(person, last, MOST + 1);
        model.addAttribute(
                "mails",
                mails.stream()
                        .limit(MOST)
                        .map(mail -> sheets.of(mail, person, locale))
                        .toList());
        HeldBack heldBack = last.isEmpty() ? waiting.of(person, locale) : HeldBack.NOTHING;
        model.addAttribute("waiting", heldBack.lines());
        model.addAttribute("moreWaiting", heldBack.more());
        model.addAttribute("older", mails.size() > MOST ? mails.get(MOST - 1).id() : "");
        return "mail-log";
    }

    /** Lets a mail pass that waits for a manager. */
    @PostMapping("/mail-log/{id}/approve")
    String approve(@CurrentPerson Person person, @PathVariable String id, RedirectAttributes after) {
        requireManager(person);
        if (!inbox.approve(person, id)) {
            throw new NoSuchPage("mail that waits");
        }
        after.addFlashAttribute("done", true);
        return "redirect:/mail-log#" + id;
    }

    private static void requireManager(Person person) {
        if (person.role() != Role.SITE_MANAGER && !person.administersTheNetwork()) {
            throw new NoSuchPage("mail log");
        }
    }
}
