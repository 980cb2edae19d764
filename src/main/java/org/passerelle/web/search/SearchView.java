package org.passerelle.web.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.passerelle.availability.query.FoundRooms;
import org.passerelle.availability.query.RoomQuery;
import org.passerelle.booking.order.Repeat;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.passerelle.web.Equipment;
import org.passerelle.web.PageWords;
import org.passerelle.web.book.Complaints;
import org.passerelle.web.book.FormDefaults;
import org.passerelle.web.book.LayoutChoices;
import org.passerelle.web.book.Length;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

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
    private final PageWords words;

    SearchView(Directories directories, FormDefaults defaults, Equipment equipment, Cards cards, PageWords words) {
        this.directories = directories;
        this.defaults = defaults;
        this.equipment = equipment;
        this.cards = cards;
        this.words = words;
    }

    /** @param clocks the site on whose clocks times are read */
    void showForm(SearchForm form, Site clocks, Complaints complaints, Locale locale, Model model) {
        Directory directory = directories.current();
        model.addAttribute("form", form.with(defaults.fill(form.when(), clocks)));
        model.addAttribute("site", clocks);
        model.addAttribute("zoneInWords", words.zone(clocks.zone(), locale));
        model.addAttribute("lengths", Length.at(clocks, words, locale));
        model.addAttribute("repeats", Repeat.values());
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
