package org.passerelle.web.places;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.passerelle.account.Person;
import org.passerelle.directory.edit.DirectoryDraft;
import org.passerelle.directory.version.DirectoryVersions;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.closures.ClosureLines;
import org.passerelle.web.places.PlaceDesk.FormPlace;
import org.passerelle.web.places.PlaceDesk.SentForm;
import org.passerelle.web.places.PlaceEdit.EditOutcome;
import org.passerelle.web.places.PlaceEdit.Same;
import org.passerelle.web.places.PlaceEdit.Saved;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What holds at every site that says nothing else: rules, caps, bridges; for the network's administrator. */
@Controller
class NetworkFormPage {

    private static final String PATH = "/manage/network";
    private static final String FORM = "place-form";

    private final DirectoryVersions versions;
    private final PlaceDesk desk;
    private final PlaceEditor editor;
    private final ClosureLines closures;

    NetworkFormPage(DirectoryVersions versions, PlaceDesk desk, PlaceEditor editor, ClosureLines closures) {
        this.versions = versions;
        this.desk = desk;
        this.editor = editor;
        this.closures = closures;
    }

    @GetMapping(PATH)
    String show(@CurrentPerson Person person, Locale locale, Model model) {
        ManagedPlaces.requireAdministrator(person);
        describe(model);
        desk.show(place(locale), locale, model);
        return FORM;
    }

    private FormPlace place(Locale locale) {
        DirectoryDraft now = DirectoryDraft.of(versions.latest().text());
        return new FormPlace(
                desk.form(PlaceFields.ofNetwork(now.mapAt(List.of("bridges")).keySet()), locale),
                List.of(),
                List.of(),
                Map.of());
    }

    private static void describe(Model model) {
        model.addAttribute("network", true);
        model.addAttribute("action", PATH);
    }

    @Metered
    @PostMapping(PATH)
    String save(
            @CurrentPerson Person person,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        ManagedPlaces.requireAdministrator(person);
        FormPlace of = place(locale);
        FieldValues values = of.form().read(sent);
        long seen = PlaceDesk.seen(sent);
        EditOutcome outcome = editor.submit(
                new PlaceEdit(person, of.place(), of.form(), values, seen, false), PlaceDesk.agreement(person, sent));
        if (outcome instanceof Saved || outcome instanceof Same) {
            next.addFlashAttribute("done", outcome instanceof Saved ? "saved" : "same");
            if (outcome instanceof Saved saved) {
                next.addFlashAttribute(
                        "closures",
                        saved.closures().stream()
                                .map(each -> closures.of(each, locale))
                                .toList());
            }
            return "redirect:" + PATH;
        }
        describe(model);
        if (!desk.show(outcome, new SentForm(of, values, seen, sent), person, locale, model)) {
            throw new NoSuchPage("network");
        }
        return FORM;
    }
}
