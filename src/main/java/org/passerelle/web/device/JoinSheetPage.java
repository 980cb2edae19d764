package org.passerelle.web.device;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.NoSuchPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The sheet of a room, to be printed or shown; for the site's manager, and for whoever has a conference there that day. */
@Controller
class JoinSheetPage {

    private final JoinSheets sheets;
    private final Directories directories;
    private final Clock clock;

    JoinSheetPage(JoinSheets sheets, Directories directories, Clock clock) {
        this.sheets = sheets;
        this.directories = directories;
        this.clock = clock;
    }

    /** @param date of which day at the site; today unless said otherwise */
    @GetMapping("/rooms/{id}/join-sheet")
    String show(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String date,
            Locale locale,
            Model model) {
        Room room = room(id).orElseThrow(() -> new NoSuchPage("room " + id));
        LocalDate day = day(room, date);
        JoinSheets.Sheet sheet =
                sheets.of(room, day, person, locale).orElseThrow(() -> new NoSuchPage("join sheet of " + id));
        model.addAttribute("sheet", sheet);
        model.addAttribute("here", "/rooms/" + room.id() + "/join-sheet");
        model.addAttribute("previous", day.minusDays(1).toString());
        model.addAttribute("next", day.plusDays(1).toString());
        return "join-sheet";
    }

    private Optional<Room> room(String id) {
        try {
            return directories.current().room(new RoomId(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private LocalDate day(Room room, String text) {
        ZoneId zone = directories.current().siteOf(room).zone();
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        LocalDate day = WrittenTimes.ifReadable(text, WrittenTimes::date).orElse(today);
        return Math.abs(day.getYear() - today.getYear()) > 10 ? today : day;
    }
}
