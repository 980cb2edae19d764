package org.passerelle.web.closures;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.closure.ClosingRooms;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.ClosurePlan;
import org.passerelle.closure.model.ClosureType;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.closures.ClosureForm.ReadForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Closures of the sites that somebody manages: what each would hit is shown before it is made. To everybody else there is no such page. */
@Controller
class ClosuresPage {

    /** Of those affected on one page. */
    private static final int MOST_SHOWN = 200;

    private final ClosingRooms closing;
    private final ClosureLines lines;
    private final Directories directories;
    private final Clock clock;

    ClosuresPage(ClosingRooms closing, ClosureLines lines, Directories directories, Clock clock) {
        this.closing = closing;
        this.lines = lines;
        this.directories = directories;
        this.clock = clock;
    }

    /** A site or a room to choose. */
    record Place(String id, String label) {}

    @GetMapping("/closures")
    String list(@CurrentPerson Person person, Locale locale, Model model) {
        requireManager(person);
        model.addAttribute("administers", person.administersTheNetwork());
        model.addAttribute(
                "closures",
                closing.of(person).stream()
                        .filter(closure -> closure.until().isAfter(clock.instant()))
                        .map(closure -> lines.of(closure, locale))
                        .toList());
        return "closures";
    }

    /** The form; once it is filled in, with what the closure would hit and a button that makes it. */
    @GetMapping("/closures/new")
    String fill(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String where,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "PROPOSE") String then,
            @RequestParam(defaultValue = "PLANNED") String type,
            Locale locale,
            Model model) {
        requireManager(person);
        ClosureForm form = new ClosureForm(where, from, to, reason, then, type);
        model.addAttribute("form", form);
        model.addAttribute("places", places(person));
        model.addAttribute("types", List.of(ClosureType.PLANNED, ClosureType.FAILURE));
        model.addAttribute("choices", List.of(OnBookings.PROPOSE, OnBookings.CANCEL, OnBookings.KEEP));
        if (!form.isBlank()) {
            ReadForm read = form.read(person, directories.current(), clock.instant());
            model.addAttribute("fault", read.fault());
            read.plan().ifPresent(plan -> show(plan, person, locale, model));
        }
        return "closure-new";
    }

    private void show(ClosurePlan plan, Person person, Locale locale, Model model) {
        List<AffectedDate> affected = closing.affected(plan);
        model.addAttribute("affected", lines.affected(first(affected), person, locale));
        model.addAttribute("total", affected.size());
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("where", lines.where(plan));
        model.addAttribute("when", lines.when(plan, locale));
    }

    @Metered
    @PostMapping("/closures")
    String close(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String where,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "KEEP") String then,
            @RequestParam(defaultValue = "PLANNED") String type,
            @RequestParam(defaultValue = "") String key,
            RedirectAttributes next) {
        requireManager(person);
        ReadForm read = new ClosureForm(where, from, to, reason, then, type)
                .read(person, directories.current(), clock.instant());
        Optional<SiteClosure> made = read.plan().flatMap(plan -> close(person, plan, key));
        if (made.isEmpty()) {
            if (read.plan().isPresent()) {
                next.addFlashAttribute("refused", "too-many");
            }
            next.addAttribute("where", where);
            next.addAttribute("from", from);
            next.addAttribute("to", to);
            next.addAttribute("reason", reason);
            next.addAttribute("then", then);
            next.addAttribute("type", type);
            return "redirect:/closures/new";
        }
        next.addFlashAttribute("done", "made");
        return "redirect:/closures/" + made.get().id();
    }

    /** @param from how many of those affected come before those that are shown */
    @GetMapping("/closures/{id}")
    String show(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int from,
            Locale locale,
            Model model) {
        SiteClosure closure = managed(person, id);
        List<AffectedDate> affected = closing.affected(closure);
        int skipped = Math.max(0, Math.min(from, affected.size()));
        List<AffectedDate> shown = first(affected.subList(skipped, affected.size()));
        model.addAttribute("line", lines.of(closure, locale));
        model.addAttribute("affected", lines.affected(shown, person, locale));
        model.addAttribute("total", affected.size());
        model.addAttribute("from", skipped);
        model.addAttribute("more", skipped + shown.size());
        return "closure";
    }

    /** What becomes of bookings on days that the directory has come to close; said once. */
    @Metered
    @PostMapping("/closures/{id}/treat")
    String treat(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String then,
            RedirectAttributes next) {
        SiteClosure closure = managed(person, id);
        OnBookings wish = Stream.of(OnBookings.values())
                .filter(each -> each.name().equals(then))
                .findFirst()
                .orElseThrow(() -> new NoSuchPage("answer of that name"));
        next.addFlashAttribute("done", closing.decide(person, closure, wish).isPresent() ? "treated" : "decided");
        return "redirect:/closures/" + id;
    }

    @Metered
    @PostMapping("/closures/{id}/end")
    String end(@CurrentPerson Person person, @PathVariable String id, RedirectAttributes next) {
        closing.end(managed(person, id).id());
        next.addFlashAttribute("done", "ended");
        return "redirect:/closures/" + id;
    }

    /** A form that is sent without its key is one of its own. */
    private Optional<SiteClosure> close(Person person, ClosurePlan plan, String key) {
        return key.isBlank() ? closing.close(person, plan) : closing.closeOnce(person, plan, key);
    }

    private static List<AffectedDate> first(List<AffectedDate> dates) {
        return dates.subList(0, Math.min(MOST_SHOWN, dates.size()));
    }

    private List<Place> places(Person person) {
        Directory directory = directories.current();
        List<Place> places = new ArrayList<>();
        for (Site site : directory.sites()) {
            if (ClosingRooms.mayShut(person, site.id())) {
                places.add(new Place(site.id().value(), site.name()));
                for (Room room : directory.roomsAt(site.id())) {
                    places.add(new Place(room.id().value(), site.name() + " – " + room.name()));
                }
            }
        }
        return places;
    }

    private SiteClosure managed(Person person, String id) {
        return closing.find(person, id).orElseThrow(() -> new NoSuchPage("closure " + id));
    }

    private void requireManager(Person person) {
        if (directories.current().sites().stream().noneMatch(site -> ClosingRooms.mayShut(person, site.id()))) {
            throw new NoSuchPage("closures for " + person.id());
        }
    }
}
