package org.passerelle.web.arrival;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.account.Accounts;
import org.passerelle.account.Organisation;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.arrival.noshow.NoShowFigures;
import org.passerelle.arrival.noshow.NoShowFigures.OrganisationTally;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * How often nobody came to the rooms of a site, for those who manage it; to everybody else there is no such page. The network's
 * administrator sees how often for each organisation, and nobody's name.
 */
@Controller
class NoShowsPage {

    private static final Set<Integer> DAYS = Set.of(30, 90, 365);
    private static final int USUAL = 90;

    private final NoShowFigures figures;
    private final Accounts accounts;
    private final Directories directories;
    private final PageWords words;

    NoShowsPage(NoShowFigures figures, Accounts accounts, Directories directories, PageWords words) {
        this.figures = figures;
        this.accounts = accounts;
        this.directories = directories;
        this.words = words;
    }

    /** One site, with the organisations that had booked there. */
    record SiteLine(String name, List<Line> organisations) {}

    /** One organisation, with those of its people whose names are told; or one of these, with nobody. */
    record Line(String name, int count, List<Line> people) {}

    /** @param days so many back: 30, 90 or 365 */
    @GetMapping("/no-shows")
    String show(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "" + USUAL) String days,
            Locale locale,
            Model model) {
        Directory directory = directories.current();
        List<Site> sites = directory.sites().stream()
                .filter(site -> person.runs(site.id()))
                .toList();
        if (sites.isEmpty()) {
            throw new NoSuchPage("figures for " + person.id());
        }
        int length = DAYS.stream()
                .filter(each -> each.toString().equals(days))
                .findFirst()
                .orElse(USUAL);
        model.addAttribute("days", length);
        model.addAttribute("choices", DAYS.stream().sorted().toList());
        model.addAttribute(
                "sites",
                sites.stream()
                        .map(site -> line(site, directory, person, Duration.ofDays(length), locale))
                        .filter(line -> !line.organisations().isEmpty())
                        .toList());
        return "no-shows";
    }

    private SiteLine line(Site site, Directory directory, Person reader, Duration length, Locale locale) {
        Set<RoomId> rooms = directory.roomsAt(site.id()).stream().map(Room::id).collect(Collectors.toSet());
        boolean tellsNames = reader.manages(site.id());
        return new SiteLine(
                site.name(),
                figures.of(rooms, length).stream()
                        .map(each -> line(each, tellsNames, locale))
                        .toList());
    }

    private Line line(OrganisationTally tally, boolean tellsNames, Locale locale) {
        return new Line(
                tally.organisation().key().flatMap(this::name).orElseGet(() -> words.text("no-shows.others", locale)),
                tally.organisation().count(),
                tellsNames
                        ? tally.people().stream()
                                .map(each -> new Line(
                                        each.key()
                                                .flatMap(this::name)
                                                .orElseGet(() -> words.text("no-shows.outsider", locale)),
                                        each.count(),
                                        List.of()))
                                .toList()
                        : List.of());
    }

    private Optional<String> name(OrganisationId id) {
        return accounts.organisation(id).map(Organisation::name);
    }

    private Optional<String> name(ActorId id) {
        return id.account().flatMap(accounts::person).map(Person::name);
    }
}
