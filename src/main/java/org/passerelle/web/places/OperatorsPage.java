package org.passerelle.web.places;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.closure.ReplaceDirectory.TreatmentWish;
import org.passerelle.closure.edit.DirectoryEdit;
import org.passerelle.closure.edit.DirectoryEdit.EditResult;
import org.passerelle.closure.edit.DirectoryEdit.FaultyEdit;
import org.passerelle.closure.edit.EditDirectory;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Operator;
import org.passerelle.directory.Site;
import org.passerelle.directory.Slug;
import org.passerelle.directory.edit.DirectoryDraft;
import org.passerelle.directory.fault.FaultSubject;
import org.passerelle.directory.version.DirectoryVersion.VersionText;
import org.passerelle.directory.version.VersionNote;
import org.passerelle.i18n.ClosureTexts;
import org.passerelle.i18n.FileFaultTexts;
import org.passerelle.platform.text.Text;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The towns, public bodies and firms that run sites; for the network's administrator. */
@Controller
class OperatorsPage {

    private static final String PATH = "/manage/operators";
    private static final String HERE = "redirect:" + PATH;
    private static final int LONGEST_NAME = 200;

    private final Directories directories;
    private final EditDirectory editing;

    OperatorsPage(Directories directories, EditDirectory editing) {
        this.directories = directories;
        this.editing = editing;
    }

    /** One that runs sites cannot be removed. */
    record OperatorLine(String id, String name, List<String> sites) {

        private static OperatorLine of(Operator operator, Directory directory) {
            return new OperatorLine(
                    operator.id().value(),
                    operator.name(),
                    directory.sites().stream()
                            .filter(site -> site.operator().equals(operator.id()))
                            .map(Site::name)
                            .toList());
        }
    }

    @GetMapping(PATH)
    String list(@CurrentPerson Person person, Model model) {
        ManagedPlaces.requireAdministrator(person);
        Directory directory = directories.current();
        model.addAttribute(
                "operators",
                directory.operators().stream()
                        .map(each -> OperatorLine.of(each, directory))
                        .toList());
        return "operators";
    }

    /** @param was the name that was seen; without it a new one is added */
    @Metered
    @PostMapping(PATH)
    String put(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String was,
            Locale locale,
            RedirectAttributes next) {
        ManagedPlaces.requireAdministrator(person);
        String slug = id.strip();
        String called = Text.line(name, LONGEST_NAME);
        if (!Slug.isSlug(slug) || called.isBlank()) {
            next.addFlashAttribute("refused", Slug.isSlug(slug) ? "name" : "id");
        } else {
            tell(change(new Change(person, slug, was, called)), was.isEmpty() ? "added" : "saved", locale, next);
        }
        return HERE;
    }

    @Metered
    @PostMapping(PATH + "/{id}/remove")
    String remove(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String was,
            Locale locale,
            RedirectAttributes next) {
        ManagedPlaces.requireAdministrator(person);
        tell(change(new Change(person, id, was, null)), "removed", locale, next);
        return HERE;
    }

    /** @param name null to take it away */
    private record Change(
            Person person, String id, String was, @Nullable String name) {}

    /** Empty if it is not any more as it was seen, or others are always faster. */
    private Optional<EditResult> change(Change change) {
        return editing.overLatest((latest, now) -> changed(change, latest, now)).flatMap(result -> result);
    }

    private Optional<Optional<EditResult>> changed(Change change, VersionText latest, DirectoryDraft now) {
        List<String> path = List.of("operators", change.id());
        String standing = now.at(path).map(String::valueOf).orElse("");
        if (!standing.equals(change.was())) {
            return Optional.of(Optional.empty());
        }
        DirectoryEdit edit = new DirectoryEdit(
                latest,
                now.with(path, change.name()),
                VersionNote.form(change.person().id().text(), change.id()));
        TreatmentWish wish = new TreatmentWish(
                change.person(), Optional.of(OnBookings.KEEP), ClosureTexts.ofChangedDirectory(OnBookings.KEEP.name()));
        return editing.put(edit, affected -> Optional.of(wish)).map(Optional::of);
    }

    private static void tell(Optional<EditResult> result, String done, Locale locale, RedirectAttributes next) {
        if (result.isEmpty()) {
            next.addFlashAttribute("refused", done.equals("added") ? "taken" : "meanwhile");
        } else if (result.get() instanceof FaultyEdit faulty) {
            next.addFlashAttribute(
                    "faults",
                    faulty.faults().stream()
                            .map(fault -> FileFaultTexts.of(
                                    fault.fault().subject().noun().equals("operator")
                                            ? fault.fault().concerning(FaultSubject.THE_FILE)
                                            : fault.fault(),
                                    locale))
                            .toList());
        } else {
            next.addFlashAttribute("done", done);
        }
    }
}
