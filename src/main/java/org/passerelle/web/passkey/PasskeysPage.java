package org.passerelle.web.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.Person;
import org.passerelle.account.passkey.Passkey;
import org.passerelle.account.passkey.PasskeyCeremonies;
import org.passerelle.account.passkey.PasskeyCeremonies.Addition;
import org.passerelle.account.passkey.Passkeys;
import org.passerelle.account.passkey.RelyingParty;
import org.passerelle.directory.Directories;
import org.passerelle.platform.text.Text;
import org.passerelle.security.CurrentPerson;
import org.passerelle.security.throttle.PasswordChanges;
import org.passerelle.security.throttle.TooManyAttempts;
import org.passerelle.web.PageWords;
import org.passerelle.web.ReaderZone;
import org.passerelle.web.brand.Brand;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's passkeys. Who adds one says their password too, so that a browser left open does not gain a key of its own. */
@Controller
class PasskeysPage {

    private static final String VIEW = "passkeys";
    private static final String HERE = "redirect:/passkeys";
    private static final String DONE = "done";
    private static final int LONGEST_NAME = 60;

    private final Passkeys passkeys;
    private final PasskeyCeremonies ceremonies;
    private final RelyingParty party;
    private final AccountRegister register;
    private final PasswordChanges tries;
    private final Brand brand;
    private final Directories directories;

    PasskeysPage(
            Passkeys passkeys,
            PasskeyCeremonies ceremonies,
            RelyingParty party,
            AccountRegister register,
            PasswordChanges tries,
            Brand brand,
            Directories directories) {
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
        this.party = party;
        this.register = register;
        this.tries = tries;
        this.brand = brand;
        this.directories = directories;
    }

    /** A passkey, its instants in words. */
    record PasskeyLine(String id, String name, String created, Optional<String> used) {}

    @GetMapping("/passkeys")
    String show(
            @CurrentPerson Person person,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        ZoneId zone = ReaderZone.of(person, directories.current());
        List<PasskeyLine> lines = passkeys.of(person.id()).stream()
                .map(each -> line(each, zone, locale))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("isFull", lines.size() >= Passkeys.MOST);
        model.addAttribute("elsewhere", party.isAt(request.getServerName()) ? null : party.page() + "/passkeys");
        model.addAttribute("options", ceremonies.creation(person, brand.name()));
        return VIEW;
    }

    private static PasskeyLine line(Passkey passkey, ZoneId zone, Locale locale) {
        return new PasskeyLine(
                passkey.id(),
                passkey.name(),
                words(passkey.created(), zone, locale),
                passkey.used().map(used -> words(used, zone, locale)));
    }

    private static String words(Instant moment, ZoneId zone, Locale locale) {
        return PageWords.shortDay(moment.atZone(zone).toLocalDate(), locale) + ", " + PageWords.time(moment, zone);
    }

    /** @param credential what the browser answers; empty where it has no scripts or the person gave up */
    @PostMapping("/passkeys")
    String add(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Optional<String> fault = fault(person, name, present, credential);
        if (fault.isEmpty()) {
            return HERE + "?added";
        }
        response.setStatus(
                fault.get().equals("too-many-tries")
                        ? HttpStatus.TOO_MANY_REQUESTS.value()
                        : HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("fault", fault.get());
        model.addAttribute("name", Text.line(name, LONGEST_NAME));
        return show(person, request, response, locale, model);
    }

    private Optional<String> fault(Person person, String name, String present, String credential) {
        String line = Text.line(name, LONGEST_NAME);
        if (line.isEmpty()) {
            return Optional.of("name");
        }
        try {
            tries.count(person.id().toString());
        } catch (TooManyAttempts e) {
            return Optional.of("too-many-tries");
        }
        if (!register.isPassword(person.id(), present)) {
            return Optional.of("password-wrong");
        }
        Addition made = ceremonies.add(person, line, credential);
        return made == Addition.ADDED
                ? Optional.empty()
                : Optional.of(made == Addition.TOO_MANY ? "too-many" : "refused");
    }

    /** Also when it is gone already. */
    @PostMapping("/passkeys/{id}/remove")
    String remove(@CurrentPerson Person person, @PathVariable String id, RedirectAttributes next) {
        passkeys.remove(person.id(), id);
        next.addFlashAttribute(DONE, "removed");
        return HERE;
    }
}
