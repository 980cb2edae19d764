package org.passerelle.web.preferences;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.i18n.DurationTexts;
import org.passerelle.notification.choice.ChosenMails;
import org.passerelle.notification.choice.DigestRhythm;
import org.passerelle.notification.choice.MailChoices;
import org.passerelle.notification.choice.QuietHours;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.WrittenTimes;
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

    /** Beside which one that was chosen by a program stays. */
    private static final List<Duration> BEFORE = List.of(
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            MailChoices.LONGEST_REMINDER);

    private final ChosenMails chosen;

    MailChoicesPage(ChosenMails chosen) {
        this.chosen = chosen;
    }

    @GetMapping("/preferences/mails")
    String show(@CurrentPerson Person person, Locale locale, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        MailChoices choices = chosen.of(person.id());
        model.addAttribute("choices", choices);
        model.addAttribute("rhythms", DigestRhythm.values());
        model.addAttribute("befores", befores(choices.reminderBefore(), locale));
        if (!model.containsAttribute("from")) {
            model.addAttribute("from", choices.quietHours().from().toString());
            model.addAttribute("to", choices.quietHours().to().toString());
        }
        model.addAttribute("decides", person.role() == Role.SITE_MANAGER || person.administersTheNetwork());
        return "preferences-mails";
    }

    /** In words, by how they are written. */
    private static Map<String, String> befores(Duration present, Locale locale) {
        Map<String, String> befores = new LinkedHashMap<>();
        Stream.concat(BEFORE.stream(), Stream.of(present))
                .sorted()
                .forEach(each -> befores.put(each.toString(), DurationTexts.of(each, locale)));
        return befores;
    }

    /**
     * @param mails those that are wanted; the others are not
     * @param before how long before a reminder comes
     * @param from the time at which quiet hours begin
     * @param digest how often bookings are summed up; null leaves it as it is
     */
    @PostMapping("/preferences/mails")
    String save(
            @CurrentPerson Person person,
            @RequestParam(name = "mail", defaultValue = "") Set<String> mails,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable DigestRhythm digest,
            RedirectAttributes next) {
        MailChoices present = chosen.of(person.id());
        Optional<LocalTime> begin = time(from, present.quietHours().from());
        Optional<LocalTime> end = time(to, present.quietHours().to());
        if (begin.isEmpty() || end.isEmpty()) {
            next.addFlashAttribute("refused", true);
            next.addFlashAttribute("from", from);
            next.addFlashAttribute("to", to);
            return "redirect:/preferences/mails";
        }
        chosen.put(
                person.id(),
                new MailChoices(
                        mails.contains("confirmations"),
                        mails.contains("changes"),
                        mails.contains("requests"),
                        mails.contains("reminders"),
                        BEFORE.stream()
                                .filter(each -> each.toString().equals(before))
                                .findFirst()
                                .orElse(present.reminderBefore()),
                        new QuietHours(begin.get(), end.get()),
                        digest == null ? present.digest() : digest,
                        mails.contains("calls")));
        next.addFlashAttribute("done", true);
        return "redirect:/preferences/mails";
    }

    /** Empty for what is no time of day; {@code usual} if nothing was said. */
    private static Optional<LocalTime> time(String text, LocalTime usual) {
        return text.isBlank() ? Optional.of(usual) : WrittenTimes.ifReadable(text.strip(), WrittenTimes::timeOfDay);
    }
}
