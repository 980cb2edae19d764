package org.passerelle.web.reception;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.Attendance;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.model.BookingId;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Site;
import org.passerelle.reception.GuestArrivals;
import org.passerelle.reception.call.HelpCalls;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A day at a site for its reception: who meets, who has come, which guests are expected, what is to be prepared. For whoever
 * manages no site there is no such page.
 */
@Controller
class ReceptionPage {

    private final Desks desks;
    private final GuestArrivals arrivals;
    private final Attendance attendance;
    private final HelpCalls calls;
    private final Directories directories;
    private final Clock clock;

    ReceptionPage(
            Desks desks,
            GuestArrivals arrivals,
            Attendance attendance,
            HelpCalls calls,
            Directories directories,
            Clock clock) {
        this.desks = desks;
        this.arrivals = arrivals;
        this.attendance = attendance;
        this.calls = calls;
        this.directories = directories;
        this.clock = clock;
    }

    /** @param site of those that the reader manages; the first by default, {@code date} today */
    @GetMapping("/reception")
    String show(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String date,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Site here = here(person, site);
        LocalDate today = LocalDate.ofInstant(clock.instant(), here.zone());
        LocalDate day = day(date, today);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("sites", managed(person));
        model.addAttribute("here", here);
        model.addAttribute("date", day);
        model.addAttribute("today", today);
        model.addAttribute("day", PageWords.day(day, locale));
        model.addAttribute("time", PageWords.time(clock.instant(), here.zone()));
        model.addAttribute("desk", desks.of(person, here, day, locale));
        return "reception";
    }

    /**
     * @param guest who has come
     * @param undo whether they have not, after all
     */
    @PostMapping("/reception/guests")
    String guest(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String guest,
            @RequestParam(defaultValue = "false") boolean undo,
            RedirectAttributes next) {
        Site here = here(person, site);
        LocalDate day = day(date, LocalDate.ofInstant(clock.instant(), here.zone()));
        boolean isThere = undo ? arrivals.undo(person, here, day, guest) : arrivals.note(person, here, day, guest);
        if (!isThere) {
            next.addFlashAttribute("refused", "reception.guest.gone");
        }
        return back(here, day, next);
    }

    /**
     * @param booking to which people have come
     * @param start the start that the rule gave the date
     */
    @PostMapping("/reception/check-in")
    String checkIn(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String booking,
            @RequestParam(defaultValue = "") String start,
            RedirectAttributes next) {
        Site here = here(person, site);
        LocalDate day = day(date, LocalDate.ofInstant(clock.instant(), here.zone()));
        BookingId id = BookingId.parse(booking).orElseThrow(() -> new NoSuchPage("booking " + booking));
        Optional<Instant> named = WrittenTimes.ifReadable(start, WrittenTimes::instant);
        if (named.isEmpty()) {
            throw new NoSuchPage("date " + start);
        }
        BookingResult result = attendance.checkIn(person, id, named);
        if (!(result instanceof BookingResult.Done) && !(result instanceof BookingResult.DoneBefore)) {
            next.addFlashAttribute("refused", "reception.check-in.refused");
        }
        return back(here, day, next);
    }

    /** @param call for help that somebody now answers */
    @PostMapping("/reception/calls")
    String answer(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String call,
            RedirectAttributes next) {
        Site here = here(person, site);
        LocalDate day = day(date, LocalDate.ofInstant(clock.instant(), here.zone()));
        if (!calls.answer(person, call)) {
            throw new NoSuchPage("call " + call);
        }
        return back(here, day, next);
    }

    private static String back(Site site, LocalDate day, RedirectAttributes next) {
        next.addAttribute("site", site.id().value());
        next.addAttribute("date", day.toString());
        return "redirect:/reception";
    }

    private List<Site> managed(Person person) {
        return directories.current().sites().stream()
                .filter(each -> person.manages(each.id()))
                .toList();
    }

    private Site here(Person person, String site) {
        return managed(person).stream()
                .filter(each -> site.isEmpty() || each.id().value().equals(site))
                .findFirst()
                .orElseThrow(() -> new NoSuchPage("reception " + site));
    }

    private static LocalDate day(String typed, LocalDate today) {
        return typed.isBlank()
                ? today
                : WrittenTimes.ifReadable(typed.strip(), WrittenTimes::date)
                        .orElseThrow(() -> new NoSuchPage("day " + typed));
    }
}
