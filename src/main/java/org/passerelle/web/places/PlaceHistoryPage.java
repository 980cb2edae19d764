package org.passerelle.web.places;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.closure.edit.PlaceRights;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.directory.edit.ChangedPlaces;
import org.passerelle.directory.edit.DirectoryDraft;
import org.passerelle.directory.version.DirectoryVersion;
import org.passerelle.directory.version.DirectoryVersion.VersionText;
import org.passerelle.directory.version.DirectoryVersions;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.PageWords;
import org.passerelle.web.ReaderZone;
import org.passerelle.web.places.ChangeWords.ChangeLine;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What was changed of a site or a room, when and by whom, for whoever runs it, as far as it is theirs to read. */
@Controller
class PlaceHistoryPage {

    private static final String PAGE = "place-history";

    /** For each of them two files are read. */
    private static final int MOST_SHOWN = 10;

    private static final int MOST_CHANGES = 40;
    private static final String NEWEST = "9223372036854775807";

    private final ManagedPlaces places;
    private final DirectoryVersions versions;
    private final Directories directories;
    private final ChangeWords words;
    private final Accounts accounts;

    PlaceHistoryPage(
            ManagedPlaces places,
            DirectoryVersions versions,
            Directories directories,
            ChangeWords words,
            Accounts accounts) {
        this.places = places;
        this.versions = versions;
        this.directories = directories;
        this.words = words;
        this.accounts = accounts;
    }

    /**
     * One change.
     *
     * @param by who made it; empty if it was the program
     * @param more how many lines are left off
     */
    record HistoryLine(long number, String when, String by, String origin, List<ChangeLine> changes, int more) {}

    @Metered
    @GetMapping("/manage/places/{site}/history")
    String ofSite(
            @CurrentPerson Person person,
            @PathVariable String site,
            @RequestParam(defaultValue = NEWEST) long before,
            Locale locale,
            Model model) {
        Site managed = places.site(person, site);
        model.addAttribute("site", managed);
        model.addAttribute("path", "/manage/places/" + managed.id() + "/history");
        Shown shown =
                new Shown(ChangedPlaces.site(managed.id().value()), ManagedPlaces.path(managed.id()), person, locale);
        show(shown, before, model);
        return PAGE;
    }

    @Metered
    @GetMapping("/manage/places/{site}/rooms/{room}/history")
    String ofRoom(
            @CurrentPerson Person person,
            @PathVariable String site,
            @PathVariable String room,
            @RequestParam(defaultValue = NEWEST) long before,
            Locale locale,
            Model model) {
        Site managed = places.site(person, site);
        Room known = places.room(managed, room);
        model.addAttribute("site", managed);
        model.addAttribute("room", known);
        model.addAttribute("path", "/manage/places/" + managed.id() + "/rooms/" + known.id() + "/history");
        Shown shown = new Shown(
                ChangedPlaces.room(known.id().value()),
                ManagedPlaces.path(managed.id(), known.id().value()),
                person,
                locale);
        show(shown, before, model);
        return PAGE;
    }

    /** Whose history is shown to whom. */
    private record Shown(String name, List<String> place, Person reader, Locale locale) {

        /** The codec of a room is not its manager's to read, neither on the page of its site. */
        private boolean isTheirs(List<String> path) {
            boolean isOfARoom =
                    place.size() == 2 && path.size() > 2 && path.get(0).equals("rooms");
            return PlaceRights.isTheirs(reader, isOfARoom ? path.subList(2, path.size()) : path);
        }
    }

    private void show(Shown shown, long before, Model model) {
        List<DirectoryVersion> found = versions.ofPlace(shown.name(), before, MOST_SHOWN + 1);
        List<HistoryLine> lines = found.stream()
                .limit(MOST_SHOWN)
                .map(version -> line(version, shown))
                .flatMap(Optional::stream)
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute(
                "older",
                found.size() > MOST_SHOWN
                        ? Optional.of(found.get(MOST_SHOWN - 1).number())
                        : Optional.empty());
    }

    /** Empty if nothing of it is theirs to read, or the version before is not kept any more. */
    private Optional<HistoryLine> line(DirectoryVersion version, Shown shown) {
        Optional<DirectoryDraft> before = draft(version.number() - 1);
        return draft(version.number()).flatMap(after -> before.flatMap(former -> line(version, former, after, shown)));
    }

    private Optional<HistoryLine> line(
            DirectoryVersion version, DirectoryDraft before, DirectoryDraft after, Shown shown) {
        List<ChangeLine> changes = words.within(shown.place(), before, after, shown::isTheirs, shown.locale());
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new HistoryLine(
                        version.number(),
                        version.since()
                                .map(since -> PageWords.moment(
                                        since, ReaderZone.of(shown.reader(), directories.current()), shown.locale()))
                                .orElse(""),
                        version.note().by().isEmpty()
                                ? ""
                                : accounts.contact(PersonId.read(version.note().by()))
                                        .shown(),
                        version.note().origin().name(),
                        changes.subList(0, Math.min(MOST_CHANGES, changes.size())),
                        Math.max(0, changes.size() - MOST_CHANGES)));
    }

    private Optional<DirectoryDraft> draft(long number) {
        return versions.find(number).map(VersionText::text).map(DirectoryDraft::of);
    }
}
