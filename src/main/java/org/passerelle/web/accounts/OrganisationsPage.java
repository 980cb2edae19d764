package org.passerelle.web.accounts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.account.AccountRefusal;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.AccountTags;
import org.passerelle.account.Organisation;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.platform.text.Text;
import org.passerelle.security.CurrentPerson;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Firms, towns and associations, and how much each may book in a week. */
@Controller
class OrganisationsPage {

    private static final String HERE = "redirect:/organisations";
    private static final int LONGEST_NAME = 200;
    private static final int MOST_HOURS = 10_000;

    private final AccountRegister register;

    OrganisationsPage(AccountRegister register) {
        this.register = register;
    }

    /**
     * @param hours a week; empty for no limit
     * @param seen by which it is told whether somebody else has changed it meanwhile
     */
    record OrganisationLine(String id, String name, String hours, long people, String seen) {}

    @GetMapping("/organisations")
    String list(@CurrentPerson Person person, Model model) {
        AccountsPage.requireAdministrator(person);
        Map<OrganisationId, Long> people = register.people().stream()
                .flatMap(each -> each.organisation().stream())
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        List<OrganisationLine> lines = register.organisations().stream()
                .map(each -> line(each, people.getOrDefault(each.id(), 0L)))
                .toList();
        model.addAttribute("organisations", lines);
        return "organisations";
    }

    private static OrganisationLine line(Organisation organisation, long people) {
        return new OrganisationLine(
                organisation.id().slug(),
                organisation.name(),
                organisation
                        .weeklyQuota()
                        .map(quota -> Long.toString(quota.toHours()))
                        .orElse(""),
                people,
                AccountTags.of(organisation));
    }

    /** @param seen of the one that is changed; without it a new one is added */
    @PostMapping("/organisations")
    String put(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String hours,
            @RequestParam(defaultValue = AccountTags.NOBODY) String seen,
            RedirectAttributes next) {
        AccountsPage.requireAdministrator(person);
        String slug = id.strip();
        String called = Text.line(name, LONGEST_NAME);
        Optional<Duration> quota = hours.isBlank() ? Optional.empty() : quota(hours.strip());
        boolean isWrong = !OrganisationId.isSlug(slug) || called.isBlank() || !hours.isBlank() && quota.isEmpty();
        if (isWrong) {
            String why = !OrganisationId.isSlug(slug) ? "id" : called.isBlank() ? "name" : "hours";
            next.addFlashAttribute("refused", why);
        } else {
            boolean isDone =
                    register.put(slug, called, quota, Optional.of(seen)).isPresent();
            String told = isDone ? "saved" : seen.equals(AccountTags.NOBODY) ? "taken" : "meanwhile";
            next.addFlashAttribute(isDone ? "done" : "refused", told);
        }
        return HERE;
    }

    private static Optional<Duration> quota(String hours) {
        return Optional.of(hours)
                .filter(text -> text.matches("[1-9][0-9]{0,4}"))
                .map(Integer::parseInt)
                .filter(count -> count <= MOST_HOURS)
                .map(Duration::ofHours);
    }

    @PostMapping("/organisations/{id}/remove")
    String remove(@CurrentPerson Person person, @PathVariable String id, RedirectAttributes next) {
        AccountsPage.requireAdministrator(person);
        Optional<AccountRefusal> refusal =
                OrganisationId.isSlug(id) ? register.removeOrganisation(id, Optional.empty()) : Optional.empty();
        refusal.ifPresentOrElse(
                why -> next.addFlashAttribute("refused", AccountsPage.name(why)),
                () -> next.addFlashAttribute("done", "removed"));
        return HERE;
    }
}
