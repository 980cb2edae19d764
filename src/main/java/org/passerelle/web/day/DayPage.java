package org.passerelle.web.day;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.LastSite;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A site's day: which of its rooms is free when. */
@Controller
class DayPage {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Directories directories;
    private final DayTimelines timelines;
    private final LastSite lastSite;
    private final PageWords words;
    private final Clock clock;

    DayPage(Directories directories, DayTimelines timelines, LastSite lastSite, PageWords words, Clock clock) {
        this.directories = directories;
        this.timelines = timelines;
        this.lastSite = lastSite;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/day")
    String show(
            @CurrentPerson Person person,
            @RequestParam(required = false) @Nullable String site,
            @RequestParam(required = false) @Nullable String date,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Directory directory = directories.current();
        Site chosen = lastSite.choose(site, request, directory).orElseThrow(() -> new NoSuchPage("site " + site));
        LocalDate today = clock.instant().atZone(chosen.zone()).toLocalDate();
        LocalDate day = date(date).orElse(today);
        lastSite.remember(chosen, request, response);
        model.addAttribute("sites", directory.sites());
        model.addAttribute("timeline", timelines.of(chosen, day, new Look(person, directory, locale)));
        model.addAttribute("week", WeekDay.around(day, locale));
        model.addAttribute("today", today);
        model.addAttribute("dayInWords", PageWords.day(day, locale));
        model.addAttribute("announce", chosen.name() + ", " + PageWords.day(day, locale));
        model.addAttribute("views", CalendarPage.views(CalendarSubject.of(chosen, List.of()), Optional.empty(), day));
        model.addAttribute("zoneInWords", words.zone(chosen.zone(), locale));
        return "day";
    }

    /** Empty if there is none, it cannot be read, or it is far from any booking. */
    static Optional<LocalDate> date(@Nullable String text) {
        return Optional.ofNullable(text)
                .flatMap(written -> WrittenTimes.ifReadable(written, WrittenTimes::date))
                .filter(date -> date.getYear() > FIRST_YEAR && date.getYear() < LAST_YEAR);
    }
}
