package org.passerelle.web.deputies;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountId;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Organisation;
import org.passerelle.account.Person;
import org.passerelle.account.Preference;
import org.passerelle.account.Preferences;
import org.passerelle.account.deputy.DeputyTerms;
import org.passerelle.account.deputy.NamingDeputies;
import org.passerelle.account.deputy.NamingDeputies.DeputyNaming;
import org.passerelle.account.deputy.Principal;
import org.passerelle.account.deputy.Principal.OrganisationPrincipal;
import org.passerelle.account.deputy.Principal.PersonPrincipal;
import org.passerelle.directory.Directories;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.ReaderZone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's deputies and for whom one is a deputy; for the administrator of the network also everybody's and those of organisations. */
@Controller
class DeputiesPage {

    private final NamingDeputies naming;
    private final DeputyLines lines;
    private final Accounts accounts;
    private final Preferences preferences;
    private final Directories directories;

    DeputiesPage(
            NamingDeputies naming,
            DeputyLines lines,
            Accounts accounts,
            Preferences preferences,
            Directories directories) {
        this.naming = naming;
        this.lines = lines;
        this.accounts = accounts;
        this.preferences = preferences;
        this.directories = directories;
    }

    /** @param of whose deputies: an e-mail address or the name of an organisation; empty for one's own */
    @GetMapping("/deputies")
    String show(@CurrentPerson Person person, @RequestParam(defaultValue = "") String of, Locale locale, Model model) {
        Optional<Principal> principal = principal(person, of);
        ZoneId zone = zone(person);
        model.addAttribute("administers", person.administersTheNetwork());
        model.addAttribute("of", of.strip());
        model.addAttribute("isOwn", of.isBlank());
        model.addAttribute("isOrganisation", principal.orElse(null) instanceof OrganisationPrincipal);
        model.addAttribute("isUnknown", principal.isEmpty());
        model.addAttribute("whose", principal.map(lines::name).orElse(""));
        principal.ifPresent(each -> model.addAttribute("deputies", lines.of(each, zone, locale)));
        model.addAttribute("principals", lines.by(person, zone, locale));
        return "deputies";
    }

    /**
     * Names somebody, or changes when and how far they stand in.
     *
     * @param email of the deputy
     * @param from the first day, {@code until} the last one; each may be empty
     */
    @PostMapping("/deputies")
    String name(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(required = false) @Nullable String closely,
            RedirectAttributes next) {
        Principal principal = principal(person, of).orElseThrow(() -> new NoSuchPage("deputies of " + of));
        next.addAttribute("of", of);
        Optional<EmailAddress> address = EmailAddress.parse(email.strip());
        Optional<DeputyTerms> terms = terms(from, until, closely != null, zone(person));
        Optional<String> refused = address.isEmpty()
                ? Optional.of("NO_COLLEAGUE")
                : terms.map(each -> refusal(naming.name(person, principal, address.get(), each)))
                        .orElse(Optional.of("DAYS"));
        if (refused.isPresent()) {
            next.addFlashAttribute("refused", refused.get());
            next.addFlashAttribute("given", email);
            next.addFlashAttribute("from", from);
            next.addFlashAttribute("until", until);
            next.addFlashAttribute("closely", closely);
            return "redirect:/deputies";
        }
        next.addFlashAttribute("done", "named");
        return "redirect:/deputies";
    }

    @PostMapping("/deputies/end")
    String end(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String email,
            RedirectAttributes next) {
        Principal principal = principal(person, of).orElseThrow(() -> new NoSuchPage("deputies of " + of));
        EmailAddress.parse(email).ifPresent(address -> naming.end(person, principal, address));
        next.addAttribute("of", of);
        next.addFlashAttribute("done", "ended");
        return "redirect:/deputies";
    }

    /** @param whom as {@link Principal#text} says it */
    @PostMapping("/deputies/resign")
    String resign(@CurrentPerson Person person, @RequestParam(defaultValue = "") String whom, RedirectAttributes next) {
        read(whom).ifPresent(principal -> naming.end(person, principal, person.email()));
        next.addFlashAttribute("done", "resigned");
        return "redirect:/deputies";
    }

    private static Optional<Principal> read(String whom) {
        try {
            return Principal.read(whom);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> refusal(DeputyNaming outcome) {
        return outcome instanceof DeputyNaming.NotNamed refused
                ? Optional.of(refused.why().name())
                : Optional.empty();
    }

    /** For whoever does not administer the network there are no others than themselves. */
    private Optional<Principal> principal(Person person, String of) {
        if (of.isBlank()) {
            return Optional.of(new PersonPrincipal((AccountId) person.id()));
        }
        if (!person.administersTheNetwork()) {
            throw new NoSuchPage("deputies of others");
        }
        return EmailAddress.parse(of.strip())
                .flatMap(accounts::person)
                .<Principal>map(other -> new PersonPrincipal((AccountId) other.id()))
                .or(() ->
                        accounts.organisation(of.strip()).map(Organisation::id).map(OrganisationPrincipal::new));
    }

    private static Optional<DeputyTerms> terms(String from, String until, boolean closely, ZoneId zone) {
        try {
            Optional<Instant> begin =
                    day(from).map(day -> day.atStartOfDay(zone).toInstant());
            Optional<Instant> end =
                    day(until).map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
            return Optional.of(new DeputyTerms(begin, end, closely));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String typed) {
        return Optional.of(typed.strip()).filter(text -> !text.isEmpty()).map(WrittenTimes::date);
    }

    private ZoneId zone(Person person) {
        Preference preference = preferences.of(person.id());
        return preference.zone().orElseGet(() -> ReaderZone.of(person, directories.current()));
    }
}
