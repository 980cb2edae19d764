package org.passerelle.web.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.passerelle.account.Person;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.platform.text.Text;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.closures.ClosureLines;
import org.passerelle.web.places.PlaceDesk.Filled;
import org.passerelle.web.places.PlaceDesk.FormPlace;
import org.passerelle.web.places.PlaceEdit.EditOutcome;
import org.passerelle.web.places.PlaceEdit.FaultyForm;
import org.passerelle.web.places.PlaceEdit.Hits;
import org.passerelle.web.places.PlaceEdit.Meanwhile;
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

/** What the directory says of a room, as a form; of a new one as well. */
@Controller
class RoomFormPage {

    private static final String FORM = "place-form";
    private static final int LONGEST_ID = 64;

    /** What is said of the id, where there is no field for it in a form that only changes a room. */
    private static final Set<String> OF_THE_ID = Set.of("no-slug", "room-id-taken", "called-like-a-room");

    private final ManagedPlaces places;
    private final PlaceDesk desk;
    private final PlaceEditor editor;
    private final ClosureLines closures;

    RoomFormPage(ManagedPlaces places, PlaceDesk desk, PlaceEditor editor, ClosureLines closures) {
        this.places = places;
        this.desk = desk;
        this.editor = editor;
        this.closures = closures;
    }

    @GetMapping("/manage/places/{site}/rooms/new")
    String begin(@CurrentPerson Person person, @PathVariable String site, Locale locale, Model model) {
        Site managed = places.site(person, site);
        describeNew(managed, managed.id() + "-", model);
        desk.show(of(person, managed, managed.id() + "-", locale), locale, model);
        return FORM;
    }

    @Metered
    @PostMapping("/manage/places/{site}/rooms/new")
    String add(
            @CurrentPerson Person person,
            @PathVariable String site,
            @RequestParam(defaultValue = "") String id,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        Site managed = places.site(person, site);
        String wanted = Text.line(id, LONGEST_ID + 1);
        String objection = places.objection(person, managed, wanted);
        FormPlace of = of(person, managed, wanted, locale);
        FieldValues values = of.form().read(sent);
        describeNew(managed, wanted, model);
        if (!objection.isEmpty()) {
            showFaulty(of, values, List.of(FieldComplaint.at(PlaceField.ID, objection)), locale, model);
            return FORM;
        }
        PlaceEdit edit = new PlaceEdit(person, of.place(), of.form(), values, -1, true);
        EditOutcome outcome = editor.submit(edit, PlaceDesk.agreement(person, sent));
        if (outcome instanceof Saved) {
            next.addFlashAttribute("done", "added");
            return "redirect:" + path(managed, wanted);
        }
        return shown(outcome, new Sent(of, values, -1, sent), person, locale, model);
    }

    @GetMapping("/manage/places/{site}/rooms/{room}")
    String show(
            @CurrentPerson Person person,
            @PathVariable String site,
            @PathVariable String room,
            Locale locale,
            Model model) {
        Site managed = places.site(person, site);
        Room known = places.room(managed, room);
        describe(managed, known, model);
        desk.show(of(person, managed, known.id().value(), locale), locale, model);
        return FORM;
    }

    @Metered
    @PostMapping("/manage/places/{site}/rooms/{room}")
    String save(
            @CurrentPerson Person person,
            @PathVariable String site,
            @PathVariable String room,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        Site managed = places.site(person, site);
        Room known = places.room(managed, room);
        FormPlace of = of(person, managed, known.id().value(), locale);
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
            return "redirect:" + path(managed, known.id().value());
        }
        describe(managed, known, model);
        return shown(outcome, new Sent(of, values, seen, sent), person, locale, model);
    }

    /** A form as it was sent. */
    private record Sent(FormPlace of, FieldValues values, long seen, MultiValueMap<String, String> all) {}

    private String shown(EditOutcome outcome, Sent sent, Person person, Locale locale, Model model) {
        if (outcome instanceof FaultyForm faulty) {
            showFaulty(sent.of(), sent.values(), faulty.complaints(), sent.seen(), locale, model);
        } else if (outcome instanceof Meanwhile meanwhile) {
            desk.showMeanwhile(sent.of(), meanwhile, person, locale, model);
        } else if (outcome instanceof Hits hits) {
            desk.showHits(hits, sent.all(), person, locale, model);
            desk.show(sent.of(), new Filled(sent.values(), List.of(), Map.of(), sent.seen()), locale, model);
        } else {
            throw new NoSuchPage("room at " + sent.of().place());
        }
        return FORM;
    }

    private void showFaulty(
            FormPlace of, FieldValues values, List<FieldComplaint> complaints, Locale locale, Model model) {
        showFaulty(of, values, complaints, -1, locale, model);
    }

    private void showFaulty(
            FormPlace of, FieldValues values, List<FieldComplaint> complaints, long seen, Locale locale, Model model) {
        List<FieldComplaint> ofTheId = new ArrayList<>(complaints);
        ofTheId.removeIf(each -> !each.key().equals(PlaceField.ID)
                && !(each.key().isEmpty() && OF_THE_ID.contains(each.fault().code())));
        List<FieldComplaint> rest = new ArrayList<>(complaints);
        rest.removeAll(ofTheId);
        model.addAttribute(
                "idErrors",
                ofTheId.stream().map(each -> desk.said(each, locale)).toList());
        desk.show(of, new Filled(values, rest, Map.of(), seen), locale, model);
    }

    private FormPlace of(Person person, Site site, String room, Locale locale) {
        Map<String, String> parts = places.parts(site, room);
        return new FormPlace(
                desk.form(PlaceFields.ofRoom(person, List.copyOf(parts.keySet())), locale),
                ManagedPlaces.path(site.id(), room),
                List.of(ManagedPlaces.path(site.id()), List.of()),
                parts);
    }

    private static String path(Site site, String room) {
        return "/manage/places/" + site.id() + "/rooms/" + room;
    }

    private static void describe(Site site, Room room, Model model) {
        model.addAttribute("site", site);
        model.addAttribute("room", room);
        model.addAttribute("action", path(site, room.id().value()));
    }

    private static void describeNew(Site site, String id, Model model) {
        model.addAttribute("site", site);
        model.addAttribute("newId", id);
        model.addAttribute("action", path(site, "new"));
    }
}
