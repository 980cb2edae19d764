package org.passerelle.web.reception;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.reception.ExpectedGuest;
import org.passerelle.reception.GuestLists;
import org.passerelle.reception.GuestLists.Arrival;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom the reception of a site expects on a day. For whoever manages no site there is no such page. */
@Controller
class ReceptionPage {

    private final GuestLists guests;
    private final Accounts accounts;
    private final Directories directories;
    private final Clock clock;

    ReceptionPage(GuestLists guests, Accounts accounts, Directories directories, Clock clock) {
        this.guests = guests;
        this.accounts = accounts;
        this.directories = directories;
        this.clock = clock;
    }

    /** Guests who come together. */
    record ArrivalLine(String times, String rooms, String host, List<ExpectedGuest> guests) {}

    /** @param site of those that the reader manages; the first by default, {@code date} today */
    @GetMapping("/reception")
    String show(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String date,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Directory directory = directories.current();
        List<Site> managed = directory.sites().stream()
                .filter(each -> person.manages(each.id()))
                .toList();
        Site here = managed.stream()
                .filter(each -> site.isEmpty() || each.id().value().equals(site))
                .findFirst()
                .orElseThrow(() -> new NoSuchPage("reception " + site));
        LocalDate day = day(date, here);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("sites", managed);
        model.addAttribute("here", here);
        model.addAttribute("date", day);
        model.addAttribute("day", PageWords.day(day, locale));
        model.addAttribute(
                "arrivals",
                guests.expected(person, here, day).stream()
                        .map(each -> line(each, here, directory))
                        .toList());
        return "reception";
    }

    private ArrivalLine line(Arrival arrival, Site site, Directory directory) {
        return new ArrivalLine(
                PageWords.times(arrival.time(), site.zone()),
                arrival.rooms().stream()
                        .flatMap(room -> directory.room(room).stream())
                        .map(room -> room.name())
                        .collect(Collectors.joining(", ")),
                accounts.contact(arrival.host()).shown(),
                arrival.guests());
    }

    private LocalDate day(String typed, Site site) {
        return typed.isBlank()
                ? LocalDate.ofInstant(clock.instant(), site.zone())
                : WrittenTimes.ifReadable(typed.strip(), WrittenTimes::date)
                        .orElseThrow(() -> new NoSuchPage("day " + typed));
    }
}
