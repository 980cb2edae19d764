package org.passerelle.web.places;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.closure.ReplaceDirectory;
import org.passerelle.closure.ReplaceDirectory.DirectoryReplacement;
import org.passerelle.closure.RuleChanges;
import org.passerelle.directory.Directories;
import org.passerelle.directory.DirectoryPreview;
import org.passerelle.directory.DirectoryUpdates.Accepted;
import org.passerelle.directory.DirectoryUpdates.DirectoryIsContended;
import org.passerelle.directory.DirectoryUpdates.Refused;
import org.passerelle.directory.DirectoryUpdates.UpdateOutcome;
import org.passerelle.directory.edit.DirectoryDraft;
import org.passerelle.directory.version.DirectoryIsStale;
import org.passerelle.directory.version.DirectoryVersion;
import org.passerelle.directory.version.DirectoryVersion.VersionText;
import org.passerelle.directory.version.DirectoryVersions;
import org.passerelle.directory.version.VersionClaim;
import org.passerelle.directory.version.VersionNote;
import org.passerelle.directory.version.VersionOrigin;
import org.passerelle.i18n.FileFaultTexts;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.passerelle.web.ReaderZone;
import org.passerelle.web.places.ChangeWords.ChangeLine;
import org.passerelle.web.places.PlaceEdit.Agreement;
import org.passerelle.web.places.PlaceEdit.Hits;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was in force, in what it differs, and the way back; for the network's administrator. */
@Controller
class VersionsPage {

    private static final int MOST_SHOWN = 50;
    private static final int MOST_CHANGES = 300;

    /** The name of the sentence about the form that is of no one room or site. */
    private static final String OF_THE_NETWORK = "NETWORK";

    private final DirectoryVersions versions;
    private final DirectoryPreview preview;
    private final Directories directories;
    private final RuleChanges changes;
    private final ReplaceDirectory replacing;
    private final ChangeWords words;
    private final PlaceDesk desk;
    private final Accounts accounts;

    VersionsPage(
            DirectoryVersions versions,
            DirectoryPreview preview,
            Directories directories,
            RuleChanges changes,
            ReplaceDirectory replacing,
            ChangeWords words,
            PlaceDesk desk,
            Accounts accounts) {
        this.versions = versions;
        this.preview = preview;
        this.directories = directories;
        this.changes = changes;
        this.replacing = replacing;
        this.words = words;
        this.desk = desk;
        this.accounts = accounts;
    }

    /** @param by who made it; empty if it was the program */
    record VersionLine(long number, String when, String by, String origin, String concerning) {}

    /** @param before the number below which versions are shown */
    @GetMapping("/directory/versions")
    String list(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            Locale locale,
            Model model) {
        requireAdministrator(person);
        List<DirectoryVersion> found = versions.list(before, MOST_SHOWN + 1);
        List<VersionLine> lines = found.stream()
                .limit(MOST_SHOWN)
                .map(each -> line(each, person, locale))
                .toList();
        model.addAttribute("versions", lines);
        model.addAttribute("latest", versions.latest().number());
        model.addAttribute(
                "older", found.size() > MOST_SHOWN ? Optional.of(lines.get(lines.size() - 1)) : Optional.empty());
        return "versions";
    }

    /** @param since the version to compare with; the one before unless said */
    @Metered
    @GetMapping("/directory/versions/{number}")
    String show(
            @CurrentPerson Person person,
            @PathVariable String number,
            @RequestParam(required = false) Optional<Long> since,
            Locale locale,
            Model model) {
        requireAdministrator(person);
        VersionText version = find(number);
        long other = since.orElse(version.number() - 1);
        Optional<VersionText> compared = versions.find(other);
        describe(version, person, locale, model);
        model.addAttribute("since", other);
        compared.ifPresent(text -> showChanges(words.between(draft(text), draft(version), locale), model));
        return "version";
    }

    /** What a way back would change, and which bookings it would hit. */
    @Metered
    @GetMapping("/directory/versions/{number}/revert")
    String ask(@CurrentPerson Person person, @PathVariable String number, Locale locale, Model model) {
        requireAdministrator(person);
        showRevert(find(number), person, locale, model);
        return "version";
    }

    private void showRevert(VersionText version, Person person, Locale locale, Model model) {
        VersionText latest = versions.latest();
        describe(version, person, locale, model);
        model.addAttribute("reverting", true);
        model.addAttribute("since", latest.number());
        showChanges(words.between(draft(latest), draft(version), locale), model);
        UpdateOutcome thought = preview.preview(version.text());
        if (thought instanceof Refused refused) {
            refuse(refused, locale, model);
            return;
        }
        desk.showHits(
                new Hits(changes.affected(directories.current(), ((Accepted) thought).directory()), latest.number()),
                new LinkedMultiValueMap<>(),
                person,
                locale,
                model);
    }

    @Metered
    @PostMapping("/directory/versions/{number}/revert")
    String revert(
            @CurrentPerson Person person,
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        requireAdministrator(person);
        VersionText version = find(number);
        Agreement agreed = PlaceDesk.agreement(person, sent).orElseThrow(() -> new NoSuchPage("agreement"));
        VersionNote note = VersionNote.revert(person.id().text(), version.number());
        try {
            DirectoryReplacement done =
                    replacing.replace(version.text(), agreed.wish(), VersionClaim.over(agreed.seen(), note));
            if (done.outcome() instanceof Accepted) {
                next.addFlashAttribute("done", true);
                return "redirect:/directory/versions";
            }
            showRevert(version, person, locale, model);
            refuse((Refused) done.outcome(), locale, model);
        } catch (DirectoryIsStale | DirectoryIsContended e) {
            showRevert(version, person, locale, model);
            model.addAttribute("stale", true);
        }
        return "version";
    }

    private static void refuse(Refused refused, Locale locale, Model model) {
        model.addAttribute(
                "faults",
                refused.faults().stream()
                        .map(fault -> FileFaultTexts.of(fault.fault(), locale))
                        .toList());
    }

    private static void showChanges(List<ChangeLine> lines, Model model) {
        model.addAttribute("changes", lines.subList(0, Math.min(MOST_CHANGES, lines.size())));
        model.addAttribute("changeCount", lines.size());
    }

    private void describe(VersionText version, Person person, Locale locale, Model model) {
        model.addAttribute("version", line(version.version(), person, locale));
        model.addAttribute("latest", versions.latest().number());
    }

    private VersionLine line(DirectoryVersion version, Person reader, Locale locale) {
        VersionNote note = version.note();
        return new VersionLine(
                version.number(),
                version.since()
                        .map(since -> PageWords.moment(since, ReaderZone.of(reader, directories.current()), locale))
                        .orElse(""),
                note.by().isEmpty()
                        ? ""
                        : accounts.contact(PersonId.read(note.by())).shown(),
                note.origin() == VersionOrigin.FORM && note.concerning().isEmpty()
                        ? OF_THE_NETWORK
                        : note.origin().name(),
                note.concerning());
    }

    private static DirectoryDraft draft(VersionText version) {
        return DirectoryDraft.of(version.text());
    }

    private VersionText find(String number) {
        return find(versions, number);
    }

    /** @throws NoSuchPage unless it is the number of a version that is kept */
    static VersionText find(DirectoryVersions versions, String number) {
        return Optional.of(number)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .flatMap(text -> versions.find(Long.parseLong(text)))
                .orElseThrow(() -> new NoSuchPage("version " + number));
    }

    private static void requireAdministrator(Person person) {
        if (!person.administersTheNetwork()) {
            throw new NoSuchPage("versions");
        }
    }
}
