package org.passerelle.web.outsider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.booking.policy.TimeLimits;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteClock;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.Slug;
import org.passerelle.i18n.DurationTexts;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.outsider.AskedRequest;
import org.passerelle.outsider.OutsiderRequests;
import org.passerelle.security.throttle.PublicFormLimit;
import org.passerelle.time.Interval;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.passerelle.web.book.Complaints;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What people without an account may ask for at a site: which rooms, by which rules, when they are free. Whatever is sent, the
 * answer says nothing of the address in it. Sites at which nobody may ask have no such page.
 */
@Controller
class PublicSitePage {

    private final OutsiderRequests requests;
    private final FreeHours free;
    private final PublicFormLimit limit;
    private final Directories directories;
    private final ReasonTexts texts;
    private final PageWords words;
    private final Clock clock;

    PublicSitePage(
            OutsiderRequests requests,
            FreeHours free,
            PublicFormLimit limit,
            Directories directories,
            ReasonTexts texts,
            PageWords words,
            Clock clock) {
        this.requests = requests;
        this.free = free;
        this.limit = limit;
        this.directories = directories;
        this.texts = texts;
        this.words = words;
        this.clock = clock;
    }

    /**
     * A room on the page.
     *
     * @param hours when it is free on the day that is shown, such as {@code 09:00–12:00}
     * @param rules in sentences
     */
    record RoomLine(Room room, List<String> hours, List<String> rules) {}

    /** A site of the list, by its id. */
    record SiteLine(String id, String name, String address) {}

    @GetMapping("/s")
    String list(Model model) {
        model.addAttribute(
                "sites",
                requests.sites().stream()
                        .map(site -> new SiteLine(
                                site.id().value(), site.name(), site.place().address()))
                        .toList());
        return "public-sites";
    }

    /** @param date the day whose free times are shown; today if it is left out or none */
    @GetMapping("/s/{site}")
    String show(
            @PathVariable String site,
            @RequestParam(defaultValue = "") String date,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Site here = site(site);
        LocalDate day = date(date).orElseGet(() -> LocalDate.ofInstant(clock.instant(), here.zone()));
        GuestForm form = GuestForm.empty(day, requests.rooms(here.id()).get(0).id());
        return page(here, day, form, new Complaints(words, locale), response, locale, model);
    }

    @PostMapping("/s/{site}")
    String ask(
            @PathVariable String site,
            @ModelAttribute GuestForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Site here = site(site);
        Complaints complaints = new Complaints(words, locale);
        boolean isNoted = form.request(
                        requests.rooms(here.id()), SiteClock.of(here), locale, clock.instant(), complaints)
                .filter(asked -> {
                    if (!limit.take(request.getRemoteAddr())) {
                        complaints.add("email", "guest.error.too-many");
                        return false;
                    }
                    return complain(requests.ask(asked), complaints, locale);
                })
                .isPresent();
        if (isNoted) {
            return "redirect:/s/" + here.id() + "?asked";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        LocalDate day = date(form.date()).orElseGet(() -> LocalDate.ofInstant(clock.instant(), here.zone()));
        return page(here, day, form, complaints, response, locale, model);
    }

    /** Whether there is nothing to complain of. */
    private boolean complain(AskedRequest outcome, Complaints complaints, Locale locale) {
        if (outcome instanceof AskedRequest.AgainstRules refused) {
            refused.reasons().forEach(reason -> complaints.addText("date", texts.of(reason, locale)));
        } else if (outcome instanceof AskedRequest.RoomIsTaken) {
            complaints.add("start", "guest.error.taken");
        } else if (outcome instanceof AskedRequest.SiteIsFull) {
            complaints.add("email", "guest.error.site-full");
        }
        return outcome instanceof AskedRequest.MailOwed;
    }

    private String page(
            Site site,
            LocalDate day,
            GuestForm form,
            Complaints complaints,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("site", site);
        model.addAttribute("zone", words.zone(site.zone(), locale));
        model.addAttribute("day", day.toString());
        model.addAttribute("dayInWords", PageWords.day(day, locale));
        model.addAttribute("form", form);
        model.addAttribute("complaints", complaints);
        model.addAttribute(
                "rooms",
                requests.rooms(site.id()).stream()
                        .map(room -> line(room, day, site, locale))
                        .toList());
        return "public-site";
    }

    private RoomLine line(Room room, LocalDate day, Site site, Locale locale) {
        List<Interval> hours = free.of(room, site, day);
        return new RoomLine(
                room,
                hours.stream().map(each -> PageWords.times(each, site.zone())).toList(),
                rules(room, locale));
    }

    private List<String> rules(Room room, Locale locale) {
        TimeLimits limits = TimeLimits.of(room.rules());
        String length = words.text(
                "guest.rule.length",
                locale,
                DurationTexts.of(limits.shortest(), locale),
                DurationTexts.of(limits.longest(), locale));
        return limits.notice().isZero()
                ? List.of(length)
                : List.of(length, words.text("guest.rule.notice", locale, DurationTexts.of(limits.notice(), locale)));
    }

    private Site site(String id) {
        return Optional.of(id)
                .filter(Slug::isSlug)
                .flatMap(slug -> directories.current().site(new SiteId(slug)))
                .filter(site -> !requests.rooms(site.id()).isEmpty())
                .orElseThrow(() -> new NoSuchPage("site of that name"));
    }

    /** A day that the index of free times can be asked about. */
    private static Optional<LocalDate> date(String text) {
        return WrittenTimes.ifReadable(text, WrittenTimes::date).filter(date -> date.getYear() < 2100);
    }
}
