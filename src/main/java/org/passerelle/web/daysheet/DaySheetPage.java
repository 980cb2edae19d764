package org.passerelle.web.daysheet;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.passerelle.account.Person;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The day of a room, or of all rooms of a site, to be printed: one list, or a page for each room. Whoever may see the day may print
 * it, and reads no more on paper than on the screen.
 */
@Controller
class DaySheetPage {

    /** Later years have no bookings, and earlier ones none that are kept. */
    private static final int FARTHEST = 10;

    private final DaySheets sheets;
    private final Directories directories;
    private final Clock clock;

    DaySheetPage(DaySheets sheets, Directories directories, Clock clock) {
        this.sheets = sheets;
        this.directories = directories;
        this.clock = clock;
    }

    /** @param date of which day at the site; today unless said otherwise */
    @GetMapping("/rooms/{id}/day-sheet")
    String room(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String date,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Directory directory = directories.current();
        Room room = named(id, RoomId::new).flatMap(directory::room).orElseThrow(() -> new NoSuchPage("room " + id));
        model.addAttribute("here", "/rooms/" + room.id() + "/day-sheet");
        model.addAttribute("isOfASite", false);
        return show(person, directory.siteOf(room), List.of(room), date, true, locale, response, model);
    }

    /**
     * @param date of which day at the site; today unless said otherwise
     * @param by {@code room} for a page for each room; else all are in one list
     */
    @Metered
    @GetMapping("/sites/{id}/day-sheet")
    String site(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String by,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Directory directory = directories.current();
        Site site = named(id, SiteId::new).flatMap(directory::site).orElseThrow(() -> new NoSuchPage("site " + id));
        model.addAttribute("here", "/sites/" + site.id() + "/day-sheet");
        model.addAttribute("isOfASite", true);
        return show(person, site, directory.roomsAt(site.id()), date, by.equals("room"), locale, response, model);
    }

    private String show(
            Person person,
            Site site,
            List<Room> rooms,
            String date,
            boolean isByRoom,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, site.zone());
        LocalDate day = WrittenTimes.ifReadable(date, WrittenTimes::date)
                .filter(each -> Math.abs(each.getYear() - today.getYear()) <= FARTHEST)
                .orElse(today);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("site", site);
        model.addAttribute("date", day);
        model.addAttribute("isByRoom", isByRoom);
        model.addAttribute("day", PageWords.day(day, locale));
        model.addAttribute("made", PageWords.moment(now, site.zone(), locale));
        model.addAttribute("sheets", sheets.of(person, site, rooms, day, locale));
        return "day-sheet";
    }

    private static <T> Optional<T> named(String id, Function<String, T> read) {
        try {
            return Optional.of(read.apply(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
