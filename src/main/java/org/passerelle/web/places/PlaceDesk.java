package org.passerelle.web.places;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.closure.ReplaceDirectory.TreatmentWish;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.ClosurePlan;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.directory.Directories;
import org.passerelle.directory.edit.DirectoryDraft;
import org.passerelle.directory.version.DirectoryVersion;
import org.passerelle.directory.version.DirectoryVersion.VersionText;
import org.passerelle.directory.version.DirectoryVersions;
import org.passerelle.i18n.ClosureTexts;
import org.passerelle.platform.text.Text;
import org.passerelle.web.PageWords;
import org.passerelle.web.ReaderZone;
import org.passerelle.web.closures.ClosureLines;
import org.passerelle.web.places.PlaceEdit.Agreement;
import org.passerelle.web.places.PlaceEdit.EditOutcome;
import org.passerelle.web.places.PlaceEdit.FaultyForm;
import org.passerelle.web.places.PlaceEdit.Gone;
import org.passerelle.web.places.PlaceEdit.Hits;
import org.passerelle.web.places.PlaceEdit.Meanwhile;
import org.passerelle.web.places.PlaceEdit.OtherChange;
import org.passerelle.web.places.PlaceFields.FieldGroup;
import org.passerelle.web.places.PlaceViews.ShownForm;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** What the pages of rooms and of sites have in common: the form as it stands, what somebody else did to it, what it would hit. */
@Component
class PlaceDesk {

    /** Of those affected on one page. */
    private static final int MOST_SHOWN = 200;

    /** What is said with the form, and is not of it. */
    private static final Set<String> BESIDES = Set.of("_csrf", "seen", "agreed", "then", "reason");

    private final DirectoryVersions versions;
    private final PlaceViews views;
    private final PlaceWords words;
    private final FieldTexts texts;
    private final ClosureLines lines;
    private final Accounts accounts;
    private final Directories directories;

    PlaceDesk(
            DirectoryVersions versions,
            PlaceViews views,
            PlaceWords words,
            FieldTexts texts,
            ClosureLines lines,
            Accounts accounts,
            Directories directories) {
        this.versions = versions;
        this.views = views;
        this.words = words;
        this.texts = texts;
        this.lines = lines;
        this.accounts = accounts;
        this.directories = directories;
    }

    /** A value of the form that is sent again with the answer to what was asked. */
    record SentField(String name, String value) {}

    /** A change by somebody else, in words. */
    record OtherLine(String label, String before, String after, boolean isMineToo) {}

    PlaceForm form(List<FieldGroup> groups, Locale locale) {
        return new PlaceForm(groups, texts, locale);
    }

    /**
     * What a form is of.
     *
     * @param wider where in the file stands what holds if nothing is said here
     * @param rooms that can be chosen, by id
     */
    record FormPlace(PlaceForm form, List<String> place, List<List<String>> wider, Map<String, String> rooms) {}

    /** The form as the directory in force has it. */
    void show(FormPlace of, Locale locale, Model model) {
        VersionText latest = versions.latest();
        DirectoryDraft draft = DirectoryDraft.of(latest.text());
        FieldValues values = of.form().shown(draft, of.place());
        show(of, new Filled(values, List.of(), Map.of(), latest.number()), draft, locale, model);
    }

    /** What stands in a form, and what is to be said about it. */
    record Filled(FieldValues values, List<FieldComplaint> complaints, Map<String, String> notes, long seen) {}

    void show(FormPlace of, Filled filled, Locale locale, Model model) {
        show(of, filled, DirectoryDraft.of(versions.latest().text()), locale, model);
    }

    private void show(FormPlace of, Filled filled, DirectoryDraft draft, Locale locale, Model model) {
        model.addAttribute(
                "view",
                views.of(
                        new ShownForm(
                                of.form(),
                                filled.values(),
                                filled.complaints(),
                                draft,
                                of.wider(),
                                of.rooms(),
                                filled.notes(),
                                filled.seen()),
                        locale));
    }

    /** Both wishes in one form, and what the other one is. */
    void showMeanwhile(FormPlace of, Meanwhile meanwhile, Person person, Locale locale, Model model) {
        Map<String, String> notes = new LinkedHashMap<>();
        List<OtherLine> others = new ArrayList<>();
        for (OtherChange change : meanwhile.theirs()) {
            String label = words.label(change.key(), locale);
            others.add(new OtherLine(label, change.before(), change.after(), change.isMineToo()));
            if (change.isMineToo()) {
                notes.put(change.key(), change.after());
            }
        }
        model.addAttribute("others", others);
        model.addAttribute("other", author(meanwhile.by()));
        model.addAttribute(
                "otherSince",
                meanwhile
                        .by()
                        .since()
                        .map(since -> PageWords.moment(since, ReaderZone.of(person, directories.current()), locale))
                        .orElse(""));
        show(of, new Filled(meanwhile.merged(), List.of(), notes, meanwhile.latest()), locale, model);
    }

    /** A form as it was sent. */
    record SentForm(FormPlace of, FieldValues values, long seen, MultiValueMap<String, String> all) {}

    /** What came of a form that is not saved, with the form as it was sent; false if what it is of is not there any more. */
    boolean show(EditOutcome outcome, SentForm sent, Person person, Locale locale, Model model) {
        if (outcome instanceof FaultyForm faulty) {
            show(sent.of(), new Filled(sent.values(), faulty.complaints(), Map.of(), sent.seen()), locale, model);
        } else if (outcome instanceof Meanwhile meanwhile) {
            showMeanwhile(sent.of(), meanwhile, person, locale, model);
        } else if (outcome instanceof Hits hits) {
            showHits(hits, sent.all(), person, locale, model);
            show(sent.of(), new Filled(sent.values(), List.of(), Map.of(), sent.seen()), locale, model);
        }
        return !(outcome instanceof Gone);
    }

    /** What is wrong, as a sentence. */
    String said(FieldComplaint complaint, Locale locale) {
        return words.complaint(complaint, locale);
    }

    private String author(DirectoryVersion version) {
        return Optional.of(version.note().by())
                .filter(by -> !by.isEmpty())
                .map(by -> accounts.contact(PersonId.read(by)).shown())
                .orElse("");
    }

    /** The bookings that it would hit, and the form again under it. */
    void showHits(Hits hits, MultiValueMap<String, String> sent, Person person, Locale locale, Model model) {
        List<AffectedDate> affected = hits.affected();
        model.addAttribute(
                "affected", lines.affected(affected.subList(0, Math.min(MOST_SHOWN, affected.size())), person, locale));
        model.addAttribute("total", affected.size());
        model.addAttribute("agreed", hits.latest());
        model.addAttribute("choices", List.of(OnBookings.KEEP, OnBookings.PROPOSE, OnBookings.CANCEL));
        model.addAttribute(
                "sent",
                sent.entrySet().stream()
                        .filter(each -> !BESIDES.contains(each.getKey()))
                        .flatMap(each -> each.getValue().stream().map(value -> new SentField(each.getKey(), value)))
                        .toList());
    }

    /** What was said about bookings; empty unless somebody was shown them. */
    static Optional<Agreement> agreement(Person person, MultiValueMap<String, String> sent) {
        OptionalLong seen = number(sent, "agreed");
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        OnBookings then = Stream.of(OnBookings.values())
                .filter(each -> each.name().equals(sent.getFirst("then")))
                .findFirst()
                .orElse(OnBookings.KEEP);
        String given = sent.getFirst("reason");
        String reason = Text.line(given == null ? "" : given, ClosurePlan.LONGEST_REASON)
                .strip();
        return Optional.of(new Agreement(
                seen.getAsLong(),
                new TreatmentWish(
                        person,
                        Optional.of(then),
                        reason.isEmpty() ? ClosureTexts.ofChangedDirectory(then.name()) : reason)));
    }

    /** The version at which a form was read. */
    static long seen(MultiValueMap<String, String> sent) {
        return number(sent, "seen").orElse(-1);
    }

    private static OptionalLong number(MultiValueMap<String, String> sent, String name) {
        String text = sent.getFirst(name);
        return text != null && text.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }
}
