package org.passerelle.web.book;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.order.OrderReader;
import org.passerelle.booking.order.Repeat;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteClock;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts a form before somebody's eyes, with what is free at the time it names. */
@Component
class FormView {

    private final RoomChoices rooms;
    private final DatesPreview dates;
    private final FormDefaults defaults;
    private final Linking linking;
    private final ServiceChoices services;
    private final RepeatChoice repeat;
    private final PageWords words;

    FormView(
            RoomChoices rooms,
            DatesPreview dates,
            FormDefaults defaults,
            Linking linking,
            ServiceChoices services,
            RepeatChoice repeat,
            PageWords words) {
        this.rooms = rooms;
        this.dates = dates;
        this.defaults = defaults;
        this.linking = linking;
        this.services = services;
        this.repeat = repeat;
        this.words = words;
    }

    /**
     * How a form is to be read and shown.
     *
     * @param site whose rooms are shown first
     * @param person who reads it
     * @param own the booking that it changes
     */
    record Setting(Person person, Site site, SiteClock clocks, Optional<BookingId> own) {}

    /** Returns the name of the template. */
    String show(BookingForm typed, Site site, Person person, Complaints complaints, Locale locale, Model model) {
        BookingForm form = typed.with(defaults.fill(typed.when(), site));
        fill(form, new Setting(person, site, SiteClock.of(site), Optional.empty()), complaints, locale, model);
        model.addAttribute("standings", model.getAttribute("standings") + ",#dates");
        model.addAttribute("repeats", Repeat.values());
        repeat.show(form.series(), form.when(), SiteClock.of(site), locale, model);
        preview(form, new Setting(person, site, SiteClock.of(site), Optional.empty()), locale, model);
        model.addAttribute("mayLink", linking.isPossible());
        model.addAttribute("qualities", linking.qualities(locale));
        return "book";
    }

    private void preview(BookingForm form, Setting setting, Locale locale, Model model) {
        if (form.repeats()) {
            OrderReader.schedule(FormTexts.schedule(form.when(), form.series()), setting.clocks())
                    .value()
                    .filter(when -> Length.mayBeLookedAt(when.length()))
                    .ifPresent(when -> dates.show(
                            when,
                            form.rooms(),
                            new RoomChoices.AskedRooms(
                                    setting.person(), Optional.of(when), setting.own(), layout(form)),
                            locale,
                            model));
        }
    }

    /** Puts into the model what every form about rooms shows. */
    void fill(BookingForm form, Setting setting, Complaints complaints, Locale locale, Model model) {
        Site site = setting.site();
        Optional<Schedule> time = OrderReader.schedule(FormTexts.firstDate(form.when()), setting.clocks())
                .value()
                .filter(when -> Length.mayBeLookedAt(when.length()));
        List<RoomChoices.SiteChoices> sites = rooms.of(
                site, form.rooms(), new RoomChoices.AskedRooms(setting.person(), time, setting.own(), layout(form)));
        model.addAttribute("form", form);
        model.addAttribute("site", site);
        model.addAttribute("zoneInWords", words.zone(setting.clocks().zone(), locale));
        model.addAttribute("lengths", Length.at(site, form.when().length(), words, locale));
        model.addAttribute("layouts", LayoutChoices.of(roomsShown(sites), locale));
        model.addAttribute(
                "services", services.of(sitesAsked(site, sites), form.subject().services(), locale));
        model.addAttribute("here", sites.get(0));
        model.addAttribute("elsewhere", sites.subList(1, sites.size()));
        model.addAttribute(
                "chosenElsewhere",
                sites.stream()
                        .skip(1)
                        .mapToLong(RoomChoices.SiteChoices::ticked)
                        .sum());
        time.ifPresent(when -> model.addAttribute(
                "announce", words.text("book.looked", locale, sites.get(0).free())));
        model.addAttribute("held", time.flatMap(when -> held(when, locale)).orElse(""));
        model.addAttribute("standings", standings(sites));
        model.addAttribute("complaints", complaints);
    }

    /** Rooms are held by steps of five minutes: what is asked for between two of them takes a little more, which is told. */
    private Optional<String> held(Schedule when, Locale locale) {
        Interval asked = when.dateAt(when.start());
        Interval held = Slots.rounded(asked);
        return held.equals(asked)
                ? Optional.empty()
                : Optional.of(words.text("book.held", locale, PageWords.times(held, when.zone())));
    }

    private static Set<String> sitesAsked(Site here, List<RoomChoices.SiteChoices> sites) {
        return Stream.concat(
                        Stream.of(here),
                        sites.stream().filter(each -> each.ticked() > 0).map(RoomChoices.SiteChoices::site))
                .map(each -> each.id().value())
                .collect(Collectors.toSet());
    }

    private static Optional<String> layout(BookingForm form) {
        return Optional.of(form.subject().layout()).filter(word -> !word.isEmpty());
    }

    private static List<Room> roomsShown(List<RoomChoices.SiteChoices> sites) {
        return sites.stream()
                .flatMap(each -> each.choices().stream())
                .map(RoomChoices.RoomOption::room)
                .toList();
    }

    /** What a look renews: no tick that somebody makes meanwhile, only what stands beside the rooms. */
    private static String standings(List<RoomChoices.SiteChoices> sites) {
        Stream<String> rooms = sites.stream()
                .flatMap(each -> each.choices().stream())
                .map(choice -> "#standing-" + choice.room().id());
        Stream<String> counts =
                sites.stream().skip(1).map(each -> "#free-" + each.site().id());
        return Stream.of(Stream.of("#live:innerHTML", "#held"), rooms, counts)
                .flatMap(Function.identity())
                .collect(Collectors.joining(","));
    }
}
