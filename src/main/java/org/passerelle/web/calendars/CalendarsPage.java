package org.passerelle.web.calendars;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.calendar.feed.FeedAddresses;
import org.passerelle.calendar.feed.FeedResult;
import org.passerelle.calendar.feed.FeedSubject;
import org.passerelle.calendar.feed.Feeds;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody's calendars: making one, whose address is shown once, changing its address, ending it. */
@Controller
class CalendarsPage {

    private static final String HERE = "redirect:/calendars";

    private final Feeds feeds;
    private final FeedAddresses addresses;
    private final FeedLines lines;
    private final Subjects subjects;

    CalendarsPage(Feeds feeds, FeedAddresses addresses, FeedLines lines, Subjects subjects) {
        this.feeds = feeds;
        this.addresses = addresses;
        this.lines = lines;
        this.subjects = subjects;
    }

    /**
     * An address that is shown this once.
     *
     * @param picture of the address for the camera of a phone
     */
    record Made(String name, FeedAddresses.Links links, QrCode picture) {}

    /** @param subject that is chosen already, as the form sends it */
    @GetMapping("/calendars")
    String show(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String subject,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("chosen", subject);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("feeds", lines.of(person, locale));
        model.addAttribute("subjects", subjects.withTasks(person, locale));
        model.addAttribute("details", FeedDetail.values());
        model.addAttribute("manages", person.administersTheNetwork() || person.role() == Role.SITE_MANAGER);
        return "calendars";
    }

    @PostMapping("/calendars")
    String make(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "FULL") FeedDetail detail,
            Locale locale,
            RedirectAttributes next) {
        Optional<FeedSubject> wanted = Subjects.parse(subject);
        if (wanted.isEmpty()) {
            next.addFlashAttribute("refused", "UNKNOWN");
            return HERE;
        }
        FeedResult result = feeds.make(person, wanted.get(), detail, locale);
        if (result instanceof FeedResult.Issued issued) {
            show(issued, person, next);
        } else {
            next.addFlashAttribute(
                    "refused", ((FeedResult.Refused) result).why().name());
        }
        return HERE;
    }

    @PostMapping("/calendars/{id}/rotate")
    String rotate(@CurrentPerson Person person, @PathVariable String id, RedirectAttributes next) {
        show(feeds.rotate(person.id(), id).orElseThrow(() -> new NoSuchPage("feed " + id)), person, next);
        return HERE;
    }

    @PostMapping("/calendars/{id}/end")
    String end(@CurrentPerson Person person, @PathVariable String id, RedirectAttributes next) {
        if (!feeds.revoke(person.id(), id)) {
            throw new NoSuchPage("feed " + id);
        }
        next.addFlashAttribute("done", "ended");
        return HERE;
    }

    private void show(FeedResult.Issued issued, Person person, RedirectAttributes next) {
        URI address = addresses.of(issued);
        String name = feeds.of(person.id()).stream()
                .filter(feed -> feed.id().equals(issued.id()))
                .findFirst()
                .map(feeds::nameOf)
                .orElse("");
        FeedAddresses.Links links = addresses.links(address, name);
        next.addFlashAttribute(
                "made", new Made(name, links, QrCode.of(links.webcal().toString())));
    }
}
