package org.passerelle.web.day;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.Slug;
import org.passerelle.i18n.DayTexts;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.LastSite;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The week, the month and the list of a room, of a site, and of what whoever looks has booked. */
@Controller
@Metered(fewAtOnce = false)
class CalendarPage {

    private final Directories directories;
    private final CalendarSheets sheets;
    private final CalendarEntries entries;
    private final LastSite lastSite;
    private final PageWords words;
    private final Clock clock;

    CalendarPage(
            Directories directories,
            CalendarSheets sheets,
            CalendarEntries entries,
            LastSite lastSite,
            PageWords words,
            Clock clock) {
        this.entries = entries;
        this.directories = directories;
        this.sheets = sheets;
        this.lastSite = lastSite;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Another way to look at the same.
     *
     * @param name the end of the key of its name
     */
    record CalendarLink(String name, String path, boolean isHere) {}

    @GetMapping({"/rooms/{id}/week", "/rooms/{id}/month", "/rooms/{id}/list"})
    String ofRoom(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        Directory directory = directories.current();
        Room room = (Slug.isSlug(id) ? directory.room(new RoomId(id)) : Optional.<Room>empty())
                .orElseThrow(() -> new NoSuchPage("room " + id));
        CalendarSubject subject = CalendarSubject.of(room, directory.siteOf(room));
        return show(subject, from, request, new Look(person, directory, locale), model);
    }

    @GetMapping({"/sites/{id}/week", "/sites/{id}/month", "/sites/{id}/list"})
    String ofSite(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        Directory directory = directories.current();
        Site site = (Slug.isSlug(id) ? directory.site(new SiteId(id)) : Optional.<Site>empty())
                .orElseThrow(() -> new NoSuchPage("site " + id));
        CalendarSubject subject = CalendarSubject.of(site, directory.roomsAt(site.id()));
        return show(subject, from, request, new Look(person, directory, locale), model);
    }

    /** Its days are those of the site that was looked at last. */
    @GetMapping({"/me/week", "/me/month", "/me/list"})
    String ofReader(
            @CurrentPerson Person person,
            @RequestParam(required = false) @Nullable String from,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        Directory directory = directories.current();
        Site here = lastSite.choose(null, request, directory).orElseThrow(() -> new NoSuchPage("site"));
        CalendarSubject subject = CalendarSubject.ofReader(words.text("calendar.mine", locale), here);
        return show(subject, from, request, new Look(person, directory, locale), model);
    }

    private String show(
            CalendarSubject subject, @Nullable String from, HttpServletRequest request, Look look, Model model) {
        String path = request.getRequestURI();
        CalendarView view = Arrays.stream(CalendarView.values())
                .filter(each -> path.endsWith("/" + each.path()))
                .findFirst()
                .orElse(CalendarView.WEEK);
        LocalDate today = clock.instant().atZone(subject.zone()).toLocalDate();
        LocalDate wished = DayPage.date(from).orElse(today);
        CalendarSheets.CalendarSheet sheet = sheets.of(subject, view.around(wished), look);
        CalendarSpan span = sheet.span();
        String days = words(span, look.locale());
        // Coming from a month one looks at the week that is going on, if it is of that month.
        LocalDate kept = span.contains(today) ? today : span.first();
        model.addAttribute("subject", subject);
        model.addAttribute("view", view.path());
        model.addAttribute("first", span.first());
        model.addAttribute("end", span.end());
        model.addAttribute("html", sheet.html());
        model.addAttribute("days", days);
        model.addAttribute("zoneInWords", words.zone(subject.zone(), look.locale()));
        model.addAttribute("announce", subject.name() + ", " + days);
        model.addAttribute("here", subject.path() + "/" + view.path());
        model.addAttribute("previous", span.previous().first());
        model.addAttribute("next", span.next().first());
        model.addAttribute("isNow", span.contains(today));
        model.addAttribute("views", views(subject, Optional.of(view), kept));
        model.addAttribute("live", live(subject, span, look));
        model.addAttribute("mayBook", subject.kind() == CalendarSubject.Kind.ROOM);
        return "calendar";
    }

    /** The sites whose changes may concern what is shown, between blanks. */
    private String live(CalendarSubject subject, CalendarSpan span, Look look) {
        Set<SiteId> sites = new TreeSet<>(Comparator.comparing(SiteId::value));
        sites.add(subject.site().id());
        if (subject.kind() == CalendarSubject.Kind.PERSON) {
            sites.addAll(entries.ownSites(look, span.time(subject.zone()).start()));
        }
        return sites.stream().map(SiteId::value).collect(Collectors.joining(" "));
    }

    /** @param shown which of them; empty if that is the day of a site */
    static List<CalendarLink> views(CalendarSubject subject, Optional<CalendarView> shown, LocalDate date) {
        List<CalendarLink> ways = new ArrayList<>();
        if (subject.kind() != CalendarSubject.Kind.PERSON) {
            ways.add(new CalendarLink("day", "/day?site=" + subject.site().id() + "&date=" + date, shown.isEmpty()));
        }
        for (CalendarView view : CalendarView.values()) {
            ways.add(new CalendarLink(
                    view.path(),
                    subject.path() + "/" + view.path() + "?from=" + date,
                    shown.equals(Optional.of(view))));
        }
        return ways;
    }

    private String words(CalendarSpan span, Locale locale) {
        return span.view() == CalendarView.MONTH
                ? DayTexts.of("MMMM uuuu", locale).format(span.first())
                : words.text(
                        "calendar.days",
                        locale,
                        PageWords.shortDay(span.first(), locale),
                        DayTexts.of("EEE d MMM uuuu", locale).format(span.end().minusDays(1)));
    }
}
