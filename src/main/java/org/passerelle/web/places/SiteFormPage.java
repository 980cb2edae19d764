package org.passerelle.web.places;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.directory.Site;
import org.passerelle.directory.Slug;
import org.passerelle.platform.text.Text;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.closures.ClosureLines;
import org.passerelle.web.places.PlaceDesk.FormPlace;
import org.passerelle.web.places.PlaceDesk.SentForm;
import org.passerelle.web.places.PlaceEdit.EditOutcome;
import org.passerelle.web.places.PlaceEdit.FaultyForm;
import org.passerelle.web.places.PlaceEdit.Same;
import org.passerelle.web.places.PlaceEdit.Saved;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the directory says of a site, as a form; of a new one as well, for the network's administrator. */
@Controller
class SiteFormPage {

    private static final String PLACES = "/manage/places/";
    private static final String FORM = "place-form";
    private static final int LONGEST_ID = 64;

    /** No site stands there, since it is no id of one. */
    private static final String NOWHERE = "-";

    private final ManagedPlaces places;
    private final PlaceDesk desk;
    private final PlaceEditor editor;
    private final ClosureLines closures;

    SiteFormPage(ManagedPlaces places, PlaceDesk desk, PlaceEditor editor, ClosureLines closures) {
        this.places = places;
        this.desk = desk;
        this.editor = editor;
        this.closures = closures;
    }

    @GetMapping("/manage/places/{site}")
    String show(@CurrentPerson Person person, @PathVariable String site, Locale locale, Model model) {
        Site managed = places.site(person, site);
        describe(person, managed, model);
        desk.show(of(person, managed.id().value(), locale), locale, model);
        return FORM;
    }

    @Metered
    @PostMapping("/manage/places/{site}")
    String save(
            @CurrentPerson Person person,
            @PathVariable String site,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        Site managed = places.site(person, site);
        FormPlace of = of(person, managed.id().value(), locale);
        FieldValues values = of.form().read(sent);
        long seen = PlaceDesk.seen(sent);
        EditOutcome outcome = editor.submit(
                new PlaceEdit(person, of.place(), of.form(), values, seen, false), PlaceDesk.agreement(person, sent));
        if (outcome instanceof Saved saved) {
            next.addFlashAttribute("done", "saved");
            next.addFlashAttribute(
                    "closures",
                    saved.closures().stream()
                            .map(each -> closures.of(each, locale))
                            .toList());
            return "redirect:" + PLACES + managed.id();
        }
        if (outcome instanceof Same) {
            next.addFlashAttribute("done", "same");
            return "redirect:" + PLACES + managed.id();
        }
        describe(person, managed, model);
        if (!desk.show(outcome, new SentForm(of, values, seen, sent), person, locale, model)) {
            throw new NoSuchPage("site " + site);
        }
        return FORM;
    }

    @GetMapping("/manage/places/sites/new")
    String begin(@CurrentPerson Person person, Locale locale, Model model) {
        ManagedPlaces.requireAdministrator(person);
        describeNew("", model);
        desk.show(of(person, NOWHERE, locale), locale, model);
        return FORM;
    }

    @Metered
    @PostMapping("/manage/places/sites/new")
    String add(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String id,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        ManagedPlaces.requireAdministrator(person);
        String wanted = Text.line(id, LONGEST_ID + 1);
        describeNew(wanted, model);
        FormPlace of = of(person, Slug.isSlug(wanted) ? wanted : NOWHERE, locale);
        FieldValues values = of.form().read(sent);
        EditOutcome outcome = Slug.isSlug(wanted)
                ? editor.submit(new PlaceEdit(person, of.place(), of.form(), values, -1, true), Optional.empty())
                : new FaultyForm(List.of(FieldComplaint.at(PlaceField.ID, "id-form")));
        if (outcome instanceof Saved) {
            next.addFlashAttribute("done", "added-site");
            return "redirect:" + PLACES + wanted;
        }
        if (outcome instanceof FaultyForm faulty) {
            model.addAttribute(
                    "idErrors",
                    faulty.complaints().stream()
                            .filter(each -> each.key().equals(PlaceField.ID))
                            .map(each -> desk.said(each, locale))
                            .toList());
        }
        desk.show(outcome, new SentForm(of, values, -1, sent), person, locale, model);
        return FORM;
    }

    private static void describeNew(String id, Model model) {
        model.addAttribute("newSite", true);
        model.addAttribute("newId", id);
        model.addAttribute("action", "/manage/places/sites/new");
    }

    private FormPlace of(Person person, String site, Locale locale) {
        Map<String, String> operators = places.operators();
        return new FormPlace(
                desk.form(PlaceFields.ofSite(person, operators.keySet()), locale),
                FieldValues.join(List.of("sites"), List.of(site)),
                List.of(List.of()),
                operators);
    }

    private static void describe(Person person, Site site, Model model) {
        model.addAttribute("administers", person.administersTheNetwork());
        model.addAttribute("site", site);
        model.addAttribute("action", PLACES + site.id());
    }
}
