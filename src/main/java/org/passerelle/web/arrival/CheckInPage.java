package org.passerelle.web.arrival;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.passerelle.arrival.CheckInLinks;
import org.passerelle.arrival.CheckInLinks.LinkedDate;
import org.passerelle.arrival.CheckInState;
import org.passerelle.arrival.ReleaseTimes;
import org.passerelle.booking.Attendance;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * What a link to check in opens, in a reminder or as a code at the door. It tells the room and the time, not what people meet
 * for. Looking checks nobody in, for mail filters look at every link; a press does, while it is time.
 */
@Controller
class CheckInPage {

    private final CheckInLinks links;
    private final Attendance attendance;
    private final ReleaseTimes releases;
    private final Directories directories;
    private final PageWords words;
    private final Clock clock;

    CheckInPage(
            CheckInLinks links,
            Attendance attendance,
            ReleaseTimes releases,
            Directories directories,
            PageWords words,
            Clock clock) {
        this.links = links;
        this.attendance = attendance;
        this.releases = releases;
        this.directories = directories;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/check-in/{token}")
    String show(@PathVariable String token, HttpServletResponse response, Locale locale, Model model) {
        LinkedDate linked = linked(token);
        CheckInState state = CheckInState.of(linked.booking(), linked.date(), clock.instant());
        ZoneId zone = linked.booking().schedule().zone();
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        model.addAttribute("state", state);
        model.addAttribute("token", token);
        model.addAttribute("rooms", rooms(linked));
        model.addAttribute(
                "day", PageWords.day(linked.date().time().start().atZone(zone).toLocalDate(), locale));
        model.addAttribute("times", PageWords.times(linked.date().time(), zone));
        model.addAttribute("zone", words.zone(zone, locale));
        model.addAttribute("opens", moment(CheckInState.opens(linked.date()), zone));
        releases.of(linked.booking(), linked.date())
                .filter(release -> state == CheckInState.OPEN || state == CheckInState.EARLY)
                .ifPresent(release -> model.addAttribute("releasedAt", moment(release.at(), zone)));
        return "check-in";
    }

    /** Does nothing unless it is time; the page that it leads back to says how the date stands. */
    @PostMapping("/check-in/{token}")
    String checkIn(@PathVariable String token) {
        LinkedDate linked = linked(token);
        attendance.checkInUnnamed(linked.booking().id(), linked.date().recurrenceId());
        return "redirect:/check-in/" + token;
    }

    private LinkedDate linked(String token) {
        return links.find(token).orElseThrow(() -> new NoSuchPage("link of that name"));
    }

    private List<String> rooms(LinkedDate linked) {
        Directory directory = directories.current();
        return linked.date().rooms().stream()
                .flatMap(id -> directory.room(id).stream())
                .map(room -> named(room, directory))
                .toList();
    }

    private static String named(Room room, Directory directory) {
        return room.name() + ", " + directory.siteOf(room).name();
    }

    private static String moment(Instant moment, ZoneId zone) {
        return PageWords.time(moment, zone);
    }
}
