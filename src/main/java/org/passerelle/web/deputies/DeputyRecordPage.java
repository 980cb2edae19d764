package org.passerelle.web.deputies;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.account.deputy.DeputyChange;
import org.passerelle.account.deputy.NamingDeputies;
import org.passerelle.directory.Directories;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.PageWords;
import org.passerelle.web.ReaderZone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who was named a deputy and when that ended: one's own; for the administrator of the network everybody's. */
@Controller
class DeputyRecordPage {

    private static final int MOST = 200;

    private final NamingDeputies naming;
    private final DeputyLines lines;
    private final Accounts accounts;
    private final Directories directories;

    DeputyRecordPage(NamingDeputies naming, DeputyLines lines, Accounts accounts, Directories directories) {
        this.naming = naming;
        this.lines = lines;
        this.accounts = accounts;
        this.directories = directories;
    }

    /**
     * One line.
     *
     * @param by who did it; empty if nobody did
     */
    record DeputyChangeLine(String at, String kind, String deputy, String principal, String terms, String by) {}

    @Metered
    @GetMapping("/audit/deputies")
    String show(@CurrentPerson Person person, Locale locale, Model model) {
        ZoneId zone = ReaderZone.of(person, directories.current());
        List<DeputyChange> all = naming.record(person, Instant.EPOCH);
        model.addAttribute(
                "lines",
                all.stream()
                        .limit(MOST)
                        .map(change -> line(change, zone, locale))
                        .toList());
        model.addAttribute("total", all.size());
        return "deputy-record";
    }

    private DeputyChangeLine line(DeputyChange change, ZoneId zone, Locale locale) {
        return new DeputyChangeLine(
                PageWords.moment(change.at(), zone, locale),
                change.kind().name(),
                accounts.contact(change.deputy()).shown(),
                lines.name(change.principal()),
                lines.when(change.terms(), zone, locale),
                change.by().map(by -> accounts.contact(by).shown()).orElse(""));
    }
}
