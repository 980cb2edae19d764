package org.passerelle.web.privacy;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.booking.RemovingPeople.BookingsAhead;
import org.passerelle.directory.Directories;
import org.passerelle.platform.personal.HeldData;
import org.passerelle.platform.work.Metered;
import org.passerelle.privacy.CopyNote;
import org.passerelle.privacy.ErasingPeople;
import org.passerelle.privacy.ErasingPeople.ErasureOutcome;
import org.passerelle.privacy.ErasingPeople.ErasurePreview;
import org.passerelle.privacy.Erasure;
import org.passerelle.privacy.PersonalDataExport;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.passerelle.web.ReaderZone;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** For the network's administrator: how much is kept of somebody, and to erase them; what was erased before. */
@Controller
class ErasuresPage {

    private static final String HERE = "redirect:/erasures";
    private static final int MOST = 50;

    private final ErasingPeople erasing;
    private final PersonalDataExport export;
    private final JsonMapper json;
    private final PlaceNames names;
    private final Accounts accounts;
    private final Directories directories;

    ErasuresPage(
            ErasingPeople erasing,
            PersonalDataExport export,
            JsonMapper json,
            PlaceNames names,
            Accounts accounts,
            Directories directories) {
        this.erasing = erasing;
        this.export = export;
        this.json = json;
        this.names = names;
        this.accounts = accounts;
        this.directories = directories;
    }

    /** An erasure, its places in words. */
    record ErasureLine(String id, String at, String state, long count, String accounts, List<String> left) {}

    /** A copy that was made: by whom, and of whom by the ids of their accounts; empty if they have none. */
    record CopyLine(String at, String by, String accounts) {}

    /** @param email of whom it is looked for; empty for the list alone */
    @Metered
    @GetMapping("/erasures")
    String show(
            @CurrentPerson Person person, @RequestParam(defaultValue = "") String email, Locale locale, Model model) {
        requireAdministrator(person);
        Optional<EmailAddress> address = EmailAddress.parse(email.strip());
        model.addAttribute("email", email);
        model.addAttribute("unreadable", !email.isBlank() && address.isEmpty());
        address.ifPresent(each -> {
            ErasurePreview preview = erasing.preview(each);
            model.addAttribute("found", each.value());
            model.addAttribute("hasAccount", accounts.person(each).isPresent());
            model.addAttribute("bookingsAhead", preview.bookingsAhead());
            model.addAttribute("places", names.lines(preview.held(), locale));
            model.addAttribute(
                    "stays",
                    preview.held().stream()
                            .filter(HeldData::isLeft)
                            .map(held -> names.of(held.place(), locale))
                            .toList());
        });
        ZoneId zone = ReaderZone.of(person, directories.current());
        List<Erasure> all = erasing.all();
        model.addAttribute("more", Math.max(0, all.size() - MOST));
        model.addAttribute(
                "erasures",
                all.stream()
                        .limit(MOST)
                        .map(erasure -> line(erasure, zone, locale))
                        .toList());
        List<CopyNote> copies = export.ofOthers();
        model.addAttribute("moreCopies", Math.max(0, copies.size() - MOST));
        model.addAttribute(
                "copies",
                copies.stream()
                        .limit(MOST)
                        .map(copy -> line(copy, zone, locale))
                        .toList());
        return "erasures";
    }

    private CopyLine line(CopyNote copy, ZoneId zone, Locale locale) {
        return new CopyLine(
                PageWords.moment(copy.at(), zone, locale),
                accounts.contact(copy.by()).shown(),
                listed(copy.accounts()));
    }

    private static String listed(Collection<?> ids) {
        return ids.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    /** The copy as a file, for whoever asked for theirs. */
    @Metered
    @PostMapping("/erasures/copy")
    ResponseEntity<String> copy(@CurrentPerson Person person, @RequestParam(defaultValue = "") String email) {
        requireAdministrator(person);
        EmailAddress address =
                EmailAddress.parse(email.strip()).orElseThrow(() -> new NoSuchPage("copy for no address"));
        return PersonalDataFile.of(export.of(address, person), json);
    }

    private ErasureLine line(Erasure erasure, ZoneId zone, Locale locale) {
        return new ErasureLine(
                erasure.id(),
                PageWords.moment(erasure.at(), zone, locale),
                erasure.state().name(),
                erasure.count(),
                listed(erasure.accounts()),
                erasure.left().stream().map(place -> names.of(place, locale)).toList());
    }

    @Metered
    @PostMapping("/erasures")
    String erase(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String email,
            @ModelAttribute LeavingForm form,
            RedirectAttributes next) {
        requireAdministrator(person);
        Optional<EmailAddress> address = EmailAddress.parse(email.strip());
        Optional<BookingsAhead> ahead = form.ahead(
                accounts, other -> address.filter(other.email()::equals).isEmpty());
        if (address.isEmpty() || ahead.isEmpty()) {
            return refused(next, address.isEmpty() ? "address" : "colleague", 0, email);
        }
        ErasureOutcome outcome = erasing.erase(person, address.get(), ahead.get());
        if (outcome instanceof ErasureOutcome.BookingsLeft left) {
            return refused(next, form.isSaid() ? "left" : "bookings", left.count(), email);
        }
        if (outcome instanceof ErasureOutcome.Refused) {
            return refused(next, "administrator", 0, email);
        }
        next.addFlashAttribute("done", true);
        return HERE;
    }

    private static String refused(RedirectAttributes next, String why, int count, String email) {
        next.addFlashAttribute("refused", why);
        next.addFlashAttribute("count", count);
        next.addAttribute("email", email);
        return HERE;
    }

    private static void requireAdministrator(Person person) {
        if (!person.administersTheNetwork()) {
            throw new NoSuchPage("erasures");
        }
    }
}
