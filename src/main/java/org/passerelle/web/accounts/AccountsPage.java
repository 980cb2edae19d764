package org.passerelle.web.accounts;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.AccountRefusal;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.AccountTags;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Organisation;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.account.session.AccessToken;
import org.passerelle.account.session.AccessTokens;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.platform.digest.Digests;
import org.passerelle.platform.work.Metered;
import org.passerelle.recovery.PasswordMailing;
import org.passerelle.security.CurrentPerson;
import org.passerelle.security.throttle.PasswordRequests;
import org.passerelle.security.throttle.TooManyAttempts;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.passerelle.web.ReaderZone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** Who has an account, and what they may: looked for, added and changed. To everybody but the administrator there is no such page. */
@Controller
class AccountsPage {

    private static final int MOST_SHOWN = 100;
    private static final int LONGEST_WORDS = 100;
    private static final String FORM = "person";
    private static final List<String> MEANWHILE = List.of(name(AccountRefusal.MEANWHILE));
    private static final int UNKNOWN_BITS = 256;

    private final AccountRegister register;
    private final Accounts accounts;
    private final AccessTokens tokens;
    private final Directories directories;
    private final PasswordMailing mailing;
    private final PasswordRequests requests;

    AccountsPage(
            AccountRegister register,
            Accounts accounts,
            AccessTokens tokens,
            Directories directories,
            PasswordMailing mailing,
            PasswordRequests requests) {
        this.register = register;
        this.accounts = accounts;
        this.tokens = tokens;
        this.directories = directories;
        this.mailing = mailing;
        this.requests = requests;
    }

    /** @param belongs the organisation by its name, or the sites by theirs */
    record PersonLine(String email, String name, Role role, String belongs) {}

    record TokenLine(String id, String name, String made, Optional<String> used, Optional<String> until) {}

    /** @param q words of name, address, organisation or site, all of which must be there */
    @GetMapping("/people")
    String list(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String role,
            Model model) {
        requireAdministrator(person);
        String words =
                q.substring(0, q.offsetByCodePoints(0, Math.min(LONGEST_WORDS, q.codePointCount(0, q.length()))));
        Function<Person, String> belongs = belongs();
        List<PersonLine> found = register.people().stream()
                .map(each -> new PersonLine(each.email().value(), each.name(), each.role(), belongs.apply(each)))
                .filter(line -> role.isEmpty() || line.role().name().equals(role))
                .filter(line -> isFound(line, words))
                .sorted(Comparator.comparing(line -> line.name().toLowerCase(Locale.ROOT)))
                .toList();
        model.addAttribute("q", words);
        model.addAttribute("role", role);
        model.addAttribute("roles", Role.values());
        model.addAttribute("people", found.subList(0, Math.min(MOST_SHOWN, found.size())));
        model.addAttribute("total", found.size());
        return "accounts";
    }

    private Function<Person, String> belongs() {
        Directory directory = directories.current();
        return person -> Stream.concat(
                        person.organisation().flatMap(accounts::organisation).map(Organisation::name).stream(),
                        person.sites().stream()
                                .flatMap(site -> directory.site(site).stream())
                                .map(Site::name)
                                .sorted())
                .collect(Collectors.joining(", "));
    }

    private static boolean isFound(PersonLine line, String words) {
        String all = (line.name() + " " + line.email() + " " + line.belongs()).toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }

    @GetMapping("/people/new")
    String begin(@CurrentPerson Person person, Model model) {
        requireAdministrator(person);
        show(PersonForm.blank(), List.of(), model);
        return FORM;
    }

    @Metered
    @PostMapping("/people/new")
    String add(@CurrentPerson Person person, @ModelAttribute PersonForm form, Model model, RedirectAttributes next) {
        requireAdministrator(person);
        // Whoever is to choose a password themselves has one until then that nobody knows.
        boolean isInvited = form.password().isEmpty();
        List<String> faults = put(
                form, Optional.of(isInvited ? Digests.randomText(UNKNOWN_BITS) : form.password()), AccountTags.NOBODY);
        if (!faults.isEmpty()) {
            show(form, faults.equals(MEANWHILE) ? List.of("taken") : faults, model);
            return FORM;
        }
        next.addFlashAttribute("done", isInvited ? invited(new EmailAddress(form.email())) : "added");
        return "redirect:" + path(form.email());
    }

    /** What is to be said of a link that was asked for, which may have been too often. */
    private String invited(EmailAddress address) {
        try {
            requests.count(address.value());
        } catch (TooManyAttempts e) {
            return "invited-often";
        }
        mailing.invite(address);
        return "invited";
    }

    /** Once more, or to somebody whose password nobody knows any more. */
    @PostMapping("/people/{email}/invitation")
    String invite(@CurrentPerson Person person, @PathVariable String email, RedirectAttributes next) {
        requireAdministrator(person);
        Person found = find(email);
        next.addFlashAttribute("done", invited(found.email()));
        return "redirect:" + path(found.email().value());
    }

    /**
     * What is wrong; empty if it is done.
     *
     * @param seen the tag of whom the form is of
     */
    private List<String> put(PersonForm form, Optional<String> password, String seen) {
        List<String> faults = form.faults(directories.current());
        return faults.isEmpty()
                ? register
                        .put(form.entry(directories.current()), password, Optional.of(seen))
                        .map(AccountsPage::name)
                        .stream()
                        .toList()
                : faults;
    }

    static String name(AccountRefusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String path(String email) {
        return "/people/" + UriUtils.encodePathSegment(email, StandardCharsets.UTF_8);
    }

    private void show(PersonForm form, List<String> faults, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("roles", Role.values());
        model.addAttribute("organisations", register.organisations());
        model.addAttribute("sites", directories.current().sites());
    }

    @GetMapping("/people/{email}")
    String show(@CurrentPerson Person person, @PathVariable String email, Locale locale, Model model) {
        requireAdministrator(person);
        Person found = find(email);
        show(PersonForm.of(found), List.of(), model);
        describe(found, person, locale, model);
        return FORM;
    }

    private void describe(Person found, Person reader, Locale locale, Model model) {
        model.addAttribute("who", found);
        model.addAttribute("path", path(found.email().value()));
        model.addAttribute(
                "tokens",
                tokens.of(found.id()).stream()
                        .map(token -> line(token, reader, locale))
                        .toList());
    }

    private TokenLine line(AccessToken token, Person reader, Locale locale) {
        ZoneId zone = ReaderZone.of(reader, directories.current());
        return new TokenLine(
                token.id(),
                token.name(),
                PageWords.moment(token.createdAt(), zone, locale),
                token.lastUsedAt().map(at -> PageWords.moment(at, zone, locale)),
                token.expiresAt().map(at -> PageWords.moment(at, zone, locale)));
    }

    /** Of somebody whom another administrator has changed since the form was read, nothing is written; it is shown how they are now. */
    @Metered
    @PostMapping("/people/{email}")
    String save(
            @CurrentPerson Person person,
            @PathVariable String email,
            @ModelAttribute PersonForm sent,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        requireAdministrator(person);
        Person found = find(email);
        PersonForm form = new PersonForm(
                found.email().value(),
                sent.name(),
                sent.role(),
                sent.organisation(),
                sent.sites(),
                sent.password(),
                sent.seen());
        List<String> faults = put(form, Optional.of(form.password()).filter(each -> !each.isEmpty()), sent.seen());
        if (faults.isEmpty()) {
            next.addFlashAttribute("done", "saved");
            return "redirect:" + path(form.email());
        }
        Person now = find(email);
        describe(now, person, locale, model);
        show(faults.equals(MEANWHILE) ? PersonForm.of(now) : form, faults, model);
        return FORM;
    }

    @PostMapping("/people/{email}/tokens")
    String revoke(
            @CurrentPerson Person person,
            @PathVariable String email,
            @RequestParam(defaultValue = "") String token,
            RedirectAttributes next) {
        requireAdministrator(person);
        Person found = find(email);
        if (token.isEmpty()) {
            tokens.revokeAll(found.id());
        } else {
            tokens.revoke(found.id(), token);
        }
        next.addFlashAttribute("done", "revoked");
        return "redirect:" + path(found.email().value());
    }

    private Person find(String email) {
        return EmailAddress.parse(email)
                .flatMap(accounts::person)
                .orElseThrow(() -> new NoSuchPage("person of that address"));
    }

    static void requireAdministrator(Person person) {
        if (!person.administersTheNetwork()) {
            throw new NoSuchPage("people");
        }
    }
}
