package org.passerelle.web.closures;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.closure.ReplaceDirectory;
import org.passerelle.closure.ReplaceDirectory.DirectoryReplacement;
import org.passerelle.closure.ReplaceDirectory.TreatmentWish;
import org.passerelle.closure.RuleChanges;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.ClosurePlan;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.directory.Directories;
import org.passerelle.directory.DirectoryPreview;
import org.passerelle.directory.DirectoryUpdates;
import org.passerelle.directory.DirectoryUpdates.Accepted;
import org.passerelle.directory.DirectoryUpdates.DirectoryIsContended;
import org.passerelle.directory.DirectoryUpdates.Refused;
import org.passerelle.directory.DirectoryUpdates.UpdateOutcome;
import org.passerelle.directory.version.VersionClaim;
import org.passerelle.directory.version.VersionNote;
import org.passerelle.i18n.ClosureTexts;
import org.passerelle.i18n.FileFaultTexts;
import org.passerelle.platform.text.Text;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The directory as its file, for the network's administrator: what another would do to what is booked is shown before it is put in force. */
@Controller
class DirectoryPage {

    /** Of those affected on one page. */
    private static final int MOST_SHOWN = 200;

    private final DirectoryUpdates updates;
    private final DirectoryPreview preview;
    private final RuleChanges changes;
    private final ReplaceDirectory replacing;
    private final Directories directories;
    private final ClosureLines lines;

    DirectoryPage(
            DirectoryUpdates updates,
            DirectoryPreview preview,
            RuleChanges changes,
            ReplaceDirectory replacing,
            Directories directories,
            ClosureLines lines) {
        this.updates = updates;
        this.preview = preview;
        this.changes = changes;
        this.replacing = replacing;
        this.directories = directories;
        this.lines = lines;
    }

    /** What is wrong, and where; in line zero what is wrong with all of it. */
    record FaultLine(int line, int column, String text) {}

    @GetMapping("/directory")
    String edit(@CurrentPerson Person person, Model model) {
        requireAdministrator(person);
        model.addAttribute("text", updates.text());
        return "directory";
    }

    /** What {@code text} would hit, and what can become of it; nothing is changed. */
    @Metered
    @PostMapping("/directory/look")
    String look(
            @CurrentPerson Person person, @RequestParam(defaultValue = "") String text, Locale locale, Model model) {
        requireAdministrator(person);
        show(person, text, locale, model);
        return "directory";
    }

    /** The same of a file. */
    @Metered
    @PostMapping("/directory/file")
    String look(
            @CurrentPerson Person person,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale,
            Model model)
            throws IOException {
        requireAdministrator(person);
        Optional<String> text = file == null ? Optional.empty() : decoded(file.getBytes());
        if (text.isPresent()) {
            show(person, text.get(), locale, model);
        } else {
            model.addAttribute("text", updates.text());
            model.addAttribute("notRead", true);
        }
        return "directory";
    }

    /** Empty unless there is something in it, in UTF-8. */
    private static Optional<String> decoded(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return Optional.of(text).filter(each -> !each.isBlank());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private void show(Person person, String text, Locale locale, Model model) {
        model.addAttribute("text", text);
        UpdateOutcome outcome = preview.preview(text);
        if (outcome instanceof Refused refused) {
            refuse(refused, locale, model);
            return;
        }
        Accepted accepted = (Accepted) outcome;
        List<AffectedDate> affected = changes.affected(directories.current(), accepted.directory());
        model.addAttribute(
                "affected", lines.affected(affected.subList(0, Math.min(MOST_SHOWN, affected.size())), person, locale));
        model.addAttribute("total", affected.size());
        model.addAttribute("changed", accepted.changed());
        model.addAttribute("seen", directories.current().version());
        model.addAttribute("choices", List.of(OnBookings.KEEP, OnBookings.PROPOSE, OnBookings.CANCEL));
    }

    private static void refuse(Refused refused, Locale locale, Model model) {
        model.addAttribute(
                "faults",
                refused.faults().stream()
                        .map(fault ->
                                new FaultLine(fault.line(), fault.column(), FileFaultTexts.of(fault.fault(), locale)))
                        .toList());
    }

    /**
     * Puts {@code text} in force.
     *
     * @param then what becomes of what it hits, one of {@link OnBookings}
     * @param reason may be empty
     * @param seen the version of the directory over which it was looked at: what it hits is another question over another
     */
    @Metered
    @PostMapping("/directory")
    String replace(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "-1") long seen,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        requireAdministrator(person);
        if (directories.current().version() != seen) {
            show(person, text, locale, model);
            model.addAttribute("refused", "changed");
            return "directory";
        }
        DirectoryReplacement done;
        try {
            done = replacing.replace(
                    text,
                    wish(person, then, reason),
                    VersionClaim.overAny(VersionNote.file(person.id().text())));
        } catch (DirectoryIsContended e) {
            model.addAttribute("text", text);
            model.addAttribute("refused", "contended");
            return "directory";
        }
        if (done.outcome() instanceof Refused refused) {
            model.addAttribute("text", text);
            refuse(refused, locale, model);
            return "directory";
        }
        next.addFlashAttribute("done", true);
        next.addFlashAttribute(
                "closures",
                done.closures().stream().map(each -> lines.of(each, locale)).toList());
        return "redirect:/directory";
    }

    private static TreatmentWish wish(Person person, String then, String reason) {
        Optional<OnBookings> wanted = Stream.of(OnBookings.values())
                .filter(each -> each.name().equals(then))
                .findFirst();
        String said = Text.line(reason, ClosurePlan.LONGEST_REASON).strip();
        String unsaid =
                ClosureTexts.ofChangedDirectory(wanted.orElse(OnBookings.KEEP).name());
        return new TreatmentWish(person, wanted, said.isEmpty() ? unsaid : said);
    }

    private static void requireAdministrator(Person person) {
        if (!person.administersTheNetwork()) {
            throw new NoSuchPage("directory");
        }
    }
}
