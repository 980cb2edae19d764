package org.passerelle.web.preferences;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.account.Preference;
import org.passerelle.account.Preferences;
import org.passerelle.booking.due.DueTimesChanged;
import org.passerelle.i18n.Languages;
import org.passerelle.security.CurrentPerson;
import org.passerelle.security.SessionMark;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's language and clock, in mails and, as far as the language goes, on pages; and what opens one's account at present. */
@Controller
class PreferencesPage {

    private final Preferences preferences;
    private final LocaleResolver locales;
    private final AccessLines access;
    private final ApplicationEventPublisher events;

    PreferencesPage(
            Preferences preferences, LocaleResolver locales, AccessLines access, ApplicationEventPublisher events) {
        this.preferences = preferences;
        this.locales = locales;
        this.access = access;
        this.events = events;
    }

    @GetMapping("/preferences")
    String show(
            @CurrentPerson Person person,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Preference known = preferences.of(person.id());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("person", person);
        model.addAttribute(
                "language",
                known.language()
                        .map(Languages::nearest)
                        .map(Locale::toLanguageTag)
                        .orElse(""));
        model.addAttribute("languages", names());
        if (!model.containsAttribute("zone")) {
            model.addAttribute("zone", known.zone().map(ZoneId::getId).orElse(""));
        }
        model.addAttribute("zones", zones());
        model.addAttribute(
                "browsers", access.browsers(person, SessionMark.idOf(request).orElse(""), locale));
        model.addAttribute("tokens", access.tokens(person, locale));
        return "preferences";
    }

    /** What each language calls itself, by its tag. */
    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        Languages.SPOKEN.forEach(language -> names.put(language.toLanguageTag(), Languages.name(language)));
        return names;
    }

    /** @param zone as the tz database names it; empty for whatever can be concluded */
    @PostMapping("/preferences")
    String save(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String zone,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        Optional<Locale> spoken = Languages.SPOKEN.stream()
                .filter(each -> each.toLanguageTag().equals(language))
                .findFirst();
        Optional<ZoneId> named =
                Optional.of(zone.strip()).filter(zones()::contains).map(ZoneId::of);
        if (!zone.isBlank() && named.isEmpty()) {
            next.addFlashAttribute("refused", true);
            next.addFlashAttribute("zone", zone);
            return "redirect:/preferences";
        }
        preferences.put(person.id(), new Preference(spoken, named));
        // Quiet hours are those of their own clock.
        events.publishEvent(new DueTimesChanged(person.id()));
        spoken.ifPresent(locale -> locales.setLocale(request, response, locale));
        next.addFlashAttribute("done", true);
        return "redirect:/preferences";
    }

    /** Places, and none of the old abbreviations. */
    private static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.indexOf('/') > 0)
                .filter(id -> !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .toList();
    }
}
