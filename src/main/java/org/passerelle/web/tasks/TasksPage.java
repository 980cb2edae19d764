package org.passerelle.web.tasks;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.passerelle.account.Person;
import org.passerelle.booking.task.SiteTask;
import org.passerelle.booking.task.SiteTask.TaskKind;
import org.passerelle.booking.task.SiteTaskCsv;
import org.passerelle.booking.task.SiteTasks;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.directory.arrangement.ServiceOffer;
import org.passerelle.i18n.LayoutTexts;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.Interval;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is to be done at a site on a day or in a week; for those who manage none there is no such page. */
@Controller
class TasksPage {

    private static final int WEEK = 7;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final SiteTasks tasks;
    private final Directories directories;
    private final Clock clock;

    TasksPage(SiteTasks tasks, Directories directories, Clock clock) {
        this.tasks = tasks;
        this.directories = directories;
        this.clock = clock;
    }

    /** One task in words. */
    record TaskLine(
            String time,
            TaskKind kind,
            String what,
            String room,
            String meeting,
            Optional<Integer> people,
            String note,
            boolean certain,
            String booking) {}

    /** The tasks of one day. */
    record TaskDay(String day, List<TaskLine> lines) {}

    /** Which days of which site. */
    private record Asked(Site site, LocalDate first, int days) {

        private Interval time(int from, int to) {
            return Interval.of(
                    first.plusDays(from).atStartOfDay(site.zone()).toInstant(),
                    first.plusDays(to).atStartOfDay(site.zone()).toInstant());
        }
    }

    @Metered
    @GetMapping("/tasks")
    String show(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "day") String span,
            Locale locale,
            Model model) {
        Asked asked = asked(person, site, date, span);
        List<TaskDay> days = IntStream.range(0, asked.days())
                .mapToObj(day -> new TaskDay(
                        PageWords.day(asked.first().plusDays(day), locale),
                        tasks.of(asked.site(), asked.time(day, day + 1)).stream()
                                .map(task -> line(task, asked.site(), locale))
                                .toList()))
                .filter(day -> !day.lines().isEmpty())
                .toList();
        model.addAttribute("site", asked.site());
        model.addAttribute("sites", sites(person));
        model.addAttribute("date", asked.first().toString());
        model.addAttribute("span", asked.days() == WEEK ? "week" : "day");
        model.addAttribute("days", days);
        return "tasks";
    }

    /** What the page shows, as a table. */
    @Metered
    @GetMapping("/tasks/export")
    ResponseEntity<String> export(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "day") String span) {
        Asked asked = asked(person, site, date, span);
        ContentDisposition file = ContentDisposition.attachment()
                .filename("passerelle-tasks-" + asked.site().id() + "-" + asked.first() + ".csv")
                .build();
        List<SiteTask> all = tasks.of(asked.site(), asked.time(0, asked.days()));
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(SiteTaskCsv.of(all, asked.site().zone()));
    }

    private List<Site> sites(Person person) {
        return directories.current().sites().stream()
                .filter(site -> person.runs(site.id()))
                .toList();
    }

    /** The first site that the person manages, and today, unless they say otherwise. */
    private Asked asked(Person person, String site, String date, String span) {
        Site chosen = sites(person).stream()
                .filter(each -> site.isEmpty() || each.id().value().equals(site))
                .findFirst()
                .orElseThrow(() -> new NoSuchPage("tasks of site " + site));
        return new Asked(chosen, day(date, chosen), span.equals("week") ? WEEK : 1);
    }

    private LocalDate day(String date, Site site) {
        LocalDate today = clock.instant().atZone(site.zone()).toLocalDate();
        LocalDate day = WrittenTimes.ifReadable(date, WrittenTimes::date).orElse(today);
        return day.isBefore(today.minusYears(20)) || day.isAfter(today.plusYears(20)) ? today : day;
    }

    private TaskLine line(SiteTask task, Site site, Locale locale) {
        Directory directory = directories.current();
        Optional<Room> room = directory.room(task.room());
        String what = task.kind() == TaskKind.SERVICE
                ? directory.service(task.what()).map(ServiceOffer::name).orElse(task.what())
                : LayoutTexts.of(task.what(), room.stream().toList(), locale);
        return new TaskLine(
                PageWords.time(task.at(), site.zone()),
                task.kind(),
                task.quantity() > 1 ? task.quantity() + " × " + what : what,
                room.map(Room::name).orElse(task.room().value()),
                PageWords.times(task.meeting(), site.zone()),
                task.people(),
                task.note(),
                task.certain(),
                task.booking().value());
    }
}
