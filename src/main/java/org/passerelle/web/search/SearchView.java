package org.passerelle.web.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.passerelle.availability.query.FoundRooms;
import org.passerelle.availability.query.RoomQuery;
import org.passerelle.booking.order.Repeat;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteClock;
import org.passerelle.i18n.DurationTexts;
import org.passerelle.phrase.Phrase;
import org.passerelle.time.Interval;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.Equipment;
import org.passerelle.web.PageWords;
import org.passerelle.web.book.Complaints;
import org.passerelle.web.book.FormDefaults;
import org.passerelle.web.book.LayoutChoices;
import org.passerelle.web.book.Length;
import org.passerelle.web.book.RepeatChoice;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** Puts the question and its answer before somebody's eyes. */
@Component
class SearchView {

    /** As many rooms as are shown at first, and as many more with each press. */
    static final int AT_FIRST = 24;

    /** As many as are ever shown; who finds more asks more closely. */
    static final int MOST = 240;

    private final Directories directories;
    private final FormDefaults defaults;
    private final Equipment equipment;
    private final Cards cards;
    private final PhraseChips chips;
    private final RepeatChoice repeat;
    private final PageWords words;

    SearchView(
            Directories directories,
            FormDefaults defaults,
            Equipment equipment,
            Cards cards,
            PhraseChips chips,
            RepeatChoice repeat,
            PageWords words) {
        this.directories = directories;
        this.defaults = defaults;
        this.equipment = equipment;
        this.cards = cards;
        this.chips = chips;
        this.repeat = repeat;
        this.words = words;
    }

    /** {@code form} with what nobody said. */
    SearchForm filled(SearchForm form, Site clocks) {
        return form.with(defaults.fill(form.when(), clocks));
    }

    /** What was understood of a line, and what was taken where it said nothing. */
    void showPhrase(Phrase phrase, MultiValueMap<String, String> fields, SearchForm form, Locale locale, Model model) {
        model.addAttribute("line", phrase.line());
        model.addAttribute("wasCut", phrase.wasCut());
        model.addAttribute("understood", chips.understood(phrase, locale));
        model.addAttribute("unread", chips.unread(phrase, locale));
        model.addAttribute(
                "open",
                phrase.parts().isEmpty()
                        ? List.of()
                        : PhraseFields.open(fields)
                                .map(what -> words.text("phrase.open." + what, locale, taken(what, form, locale)))
                                .toList());
    }

    private static String taken(String what, SearchForm form, Locale locale) {
        return switch (what) {
            case "date" -> PageWords.day(WrittenTimes.date(form.when().date()), locale);
            case "start" -> form.when().start();
            case "length" -> DurationTexts.of(WrittenTimes.duration(form.when().length()), locale);
            default -> form.series().times();
        };
    }

    /** @param clocks the site on whose clocks times are read */
    void showForm(SearchForm form, Site clocks, Complaints complaints, Locale locale, Model model) {
        Directory directory = directories.current();
        model.addAttribute("form", filled(form, clocks));
        model.addAttribute("site", clocks);
        model.addAttribute("zoneInWords", words.zone(clocks.zone(), locale));
        model.addAttribute("lengths", Length.at(clocks, form.when().length(), words, locale));
        model.addAttribute("repeats", Repeat.values());
        repeat.show(form.series(), filled(form, clocks).when(), SiteClock.of(clocks), locale, model);
        model.addAttribute(
                "named",
                directory.rooms().stream()
                        .filter(room -> form.rooms().contains(room.id().value()))
                        .toList());
        model.addAttribute(
                "kinds",
                Arrays.stream(RoomKind.values())
                        .filter(kind -> kind != RoomKind.EQUIPMENT)
                        .toList());
        model.addAttribute("things", equipment.all(directory, locale));
        model.addAttribute("layouts", LayoutChoices.of(directory.rooms(), locale));
        model.addAttribute("sites", directory.sites());
        model.addAttribute("complaints", complaints);
    }

    void showAnswer(RoomQuery query, FoundRooms found, SearchForm form, Site clocks, Locale locale, Model model) {
        Interval first = query.times().get(0);
        Cards.AskedSearch asked =
                new Cards.AskedSearch(form, first, query.attendees(), clocks, directories.current(), locale);
        List<Card> rooms =
                found.rooms().stream().map(room -> cards.of(room, asked)).toList();
        model.addAttribute("rooms", rooms);
        long whole =
                found.rooms().stream().filter(room -> room.missing().isEmpty()).count();
        model.addAttribute("groups", new CardGroups(form, words, locale).of(rooms, whole, clocks.name()));
        model.addAttribute(
                "namedTaken",
                directories.current().rooms().stream()
                        .filter(room -> form.rooms().contains(room.id().value()))
                        .filter(room -> found.rooms().stream()
                                .noneMatch(each -> each.room().equals(room)))
                        .map(Room::name)
                        .toList());
        model.addAttribute("more", found.more());
        model.addAttribute("next", Math.min(AT_FIRST, found.more()));
        String heading = heading(rooms.size(), found.more(), locale);
        model.addAttribute("heading", heading);
        model.addAttribute(
                "near",
                found.nearMisses().stream().map(near -> cards.of(near, asked)).toList());
        model.addAttribute(
                "day", PageWords.day(first.start().atZone(clocks.zone()).toLocalDate(), locale));
        model.addAttribute("times", PageWords.times(first, clocks.zone()));
        model.addAttribute("dates", query.times().size());
        model.addAttribute("people", query.attendees());
        model.addAttribute("announce", heading);
    }

    private String heading(int shown, int more, Locale locale) {
        return more > 0
                ? words.text("search.found.best", locale, shown, shown + more)
                : words.text("search.found", locale, shown);
    }
}
