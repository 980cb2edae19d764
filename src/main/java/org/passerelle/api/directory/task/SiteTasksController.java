package org.passerelle.api.directory.task;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.api.Fields;
import org.passerelle.api.Forbidden;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.NotFound;
import org.passerelle.api.Page;
import org.passerelle.booking.task.SiteTask;
import org.passerelle.booking.task.SiteTaskCsv;
import org.passerelle.booking.task.SiteTasks;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.Slug;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.Interval;
import org.passerelle.time.WrittenTimes;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is to be done at a site for the meetings of some days, for whoever manages it. */
@RestController
@RequestMapping("/api/v1/sites/{id}/tasks")
class SiteTasksController {

    private static final int MOST_DAYS = 31;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final SiteTasks tasks;
    private final Directories directories;

    SiteTasksController(SiteTasks tasks, Directories directories) {
        this.tasks = tasks;
        this.directories = directories;
    }

    /**
     * @param from the first day, on the clock of the site
     * @param to the last day, at most 31 days in all
     */
    @Operation(summary = "Lists what a site has to do for the meetings of some days, by time; as JSON, or as CSV.")
    @Metered
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<SiteTaskJson> list(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        Site site = site(person, id);
        return new Page<>(tasks(site, from, to).stream().map(SiteTaskJson::of).toList(), null);
    }

    /** The same as a table. */
    @Operation(summary = "Lists what a site has to do for the meetings of some days, by time; as JSON, or as CSV.")
    @Metered
    @GetMapping(produces = "text/csv")
    ResponseEntity<String> export(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        Site site = site(person, id);
        return ResponseEntity.ok().contentType(CSV).body(SiteTaskCsv.of(tasks(site, from, to), site.zone()));
    }

    private Site site(Person person, String id) {
        Site site = Optional.of(id)
                .filter(Slug::isSlug)
                .map(SiteId::new)
                .flatMap(directories.current()::site)
                .orElseThrow(() -> new NotFound("site"));
        if (!person.administersTheNetwork() && !person.manages(site.id())) {
            throw new Forbidden("reading what a site has to do");
        }
        return site;
    }

    private List<SiteTask> tasks(Site site, @Nullable String from, @Nullable String to) {
        Fields errors = new Fields();
        Optional<LocalDate> first = errors.parsed("from", from, WrittenTimes::date, "time.date");
        Optional<LocalDate> last = errors.parsed("to", to, WrittenTimes::date, "time.date");
        errors.requireNone();
        LocalDate begin = first.orElseThrow();
        LocalDate end = last.orElseThrow().plusDays(1);
        long days = ChronoUnit.DAYS.between(begin, end);
        if (days < 1 || days > MOST_DAYS) {
            throw new InvalidRequest("to", "task.days");
        }
        return tasks.of(
                site,
                Interval.of(
                        begin.atStartOfDay(site.zone()).toInstant(),
                        end.atStartOfDay(site.zone()).toInstant()));
    }
}
