package org.passerelle.web.backups;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.passerelle.account.Person;
import org.passerelle.backup.BackupProperties;
import org.passerelle.backup.BackupRun;
import org.passerelle.backup.BackupRuns;
import org.passerelle.directory.Directories;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.passerelle.web.ReaderZone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The backups of the last nights, for those who administer the network; for everybody else there is no such page. */
@Controller
class BackupsPage {

    private static final double KILOBYTE = 1_000;
    private static final double MEGABYTE = 1_000_000;

    private final BackupRuns runs;
    private final BackupProperties settings;
    private final Directories directories;
    private final Clock clock;

    BackupsPage(BackupRuns runs, BackupProperties settings, Directories directories, Clock clock) {
        this.runs = runs;
        this.settings = settings;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * One backup.
     *
     * @param state ends the key of what became of it
     * @param unit ends the key of how large the file is, in {@code size} of it; a size of zero says that there is none
     */
    record BackupLine(String begun, String state, String unit, double size) {}

    @Metered
    @GetMapping("/backups")
    String show(@CurrentPerson Person person, Locale locale, Model model) {
        if (!person.administersTheNetwork()) {
            throw new NoSuchPage("list of backups");
        }
        ZoneId zone = ReaderZone.of(person, directories.current());
        List<BackupLine> lines =
                runs.lately().stream().map(run -> line(run, zone, locale)).toList();
        model.addAttribute("backups", lines);
        model.addAttribute("isOn", settings.wanted().isPresent());
        model.addAttribute("hour", settings.hour());
        model.addAttribute("kept", settings.keep());
        model.addAttribute("newest", runs.newestChecked().map(run -> PageWords.moment(run.begun(), zone, locale)));
        return "backups";
    }

    private BackupLine line(BackupRun run, ZoneId zone, Locale locale) {
        String state = run.checked()
                .map(at -> "checked")
                .or(() -> run.faultAt(clock.instant()).map(Enum::name))
                .orElse("running");
        boolean isSmall = run.bytes() < MEGABYTE;
        return new BackupLine(
                PageWords.moment(run.begun(), zone, locale),
                state,
                isSmall ? "kilobytes" : "megabytes",
                run.bytes() / (isSmall ? KILOBYTE : MEGABYTE));
    }
}
