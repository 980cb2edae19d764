package org.passerelle.web.conference;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.availability.ConferencePlan;
import org.passerelle.availability.ConferencePlan.CommonSlot;
import org.passerelle.availability.ConferencePlan.Relaxation;
import org.passerelle.availability.ConferencePlanner;
import org.passerelle.availability.ConferenceQuery;
import org.passerelle.availability.ConferenceQuery.Order;
import org.passerelle.availability.ConferenceQuery.Taste;
import org.passerelle.booking.Content;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.Site;
import org.passerelle.web.Equipment;
import org.passerelle.web.Words;
import org.passerelle.web.book.Complaints;
import org.passerelle.wording.ConferenceTexts;
import org.passerelle.wording.Lengths;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the wish for a conference and what it comes to before somebody's eyes. */
@Component
class ConferenceView {

    private static final int MOST_DAYS_DRAWN = 3;
    private static final List<Duration> LENGTHS =
            Stream.of(30, 45, 60, 90, 120, 180, 240).map(Duration::ofMinutes).toList();

    private final ConferencePlanner planner;
    private final Grids grids;
    private final SlotCards cards;
    private final ConferenceTexts texts;
    private final Equipment equipment;
    private final Words words;

    ConferenceView(
            ConferencePlanner planner,
            Grids grids,
            SlotCards cards,
            ConferenceTexts texts,
            Equipment equipment,
            Words words) {
        this.planner = planner;
        this.grids = grids;
        this.cards = cards;
        this.texts = texts;
        this.equipment = equipment;
        this.words = words;
    }

    /** A length to choose. */
    record Choice(String value, String label) {}

    /** What would have to give way, when that would be, and where the page stands that asks for it. */
    record Way(String change, String when, String link) {}

    void showForm(ConferenceForm form, Directory directory, Complaints complaints, Locale locale, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("complaints", complaints);
        model.addAttribute("sites", directory.sites());
        model.addAttribute("things", equipment.all(directory, locale));
        model.addAttribute(
                "kinds",
                Arrays.stream(RoomKind.values())
                        .filter(kind -> kind != RoomKind.EQUIPMENT)
                        .toList());
        model.addAttribute("lengths", lengths(form.length(), locale));
    }

    /** The usual ones, and the one that was sent if it can be read. */
    private static List<Choice> lengths(String sent, Locale locale) {
        Stream<Duration> typed = sent.matches("PT(\\d{1,2}H)?(\\d{1,3}M)?") && !sent.equals("PT")
                ? Stream.of(Duration.parse(sent))
                : Stream.of();
        return Stream.concat(LENGTHS.stream(), typed)
                .distinct()
                .sorted()
                .map(each -> new Choice(each.toString(), Lengths.of(each, locale)))
                .toList();
    }

    void showPlan(ConferenceQuery query, ConferenceForm form, Directory directory, Locale locale, Model model) {
        ConferencePlan plan = planner.plan(query);
        ZoneId zone = SlotCards.zone(query, directory);
        model.addAttribute("zoneInWords", words.zone(zone, locale));
        if (plan instanceof ConferencePlan.NoCommonSlot none) {
            String obstacle = texts.obstacle(none, query, directory, locale);
            model.addAttribute("obstacle", obstacle);
            none.relaxation().ifPresent(each -> model.addAttribute("way", way(each, query, form, directory, locale)));
            model.addAttribute("grids", List.of(grid(firstDay(form), query, List.of(), directory, locale)));
            model.addAttribute("announce", obstacle);
            return;
        }
        List<CommonSlot> offered = SlotCards.choice(((ConferencePlan.Found) plan).slots());
        model.addAttribute(
                "slots",
                offered.stream()
                        .map(slot -> cards.of(slot, query, directory, locale))
                        .toList());
        model.addAttribute(
                "grids",
                offered.stream()
                        .map(slot -> slot.time().start().atZone(zone).toLocalDate())
                        .distinct()
                        .limit(MOST_DAYS_DRAWN)
                        .sorted()
                        .map(day -> grid(day, query, offered, directory, locale))
                        .toList());
        model.addAttribute("proposal", title(query, directory, locale));
        model.addAttribute("announce", words.text("conference.found", locale, offered.size()));
    }

    private Grid grid(
            LocalDate day, ConferenceQuery query, List<CommonSlot> offered, Directory directory, Locale locale) {
        List<CommonSlot> possible = offered.isEmpty() ? List.of() : possible(day, query, directory);
        return grids.of(day, query, possible, offered, directory, locale);
    }

    /** All that is possible on one day, which need not be among the best of all days. */
    private List<CommonSlot> possible(LocalDate day, ConferenceQuery query, Directory directory) {
        Site first = directory.site(query.parties().get(0).site()).orElseThrow();
        Taste taste = query.taste();
        ConferencePlan plan = planner.plan(new ConferenceQuery(
                query.seeker(),
                query.parties(),
                query.duration(),
                ConferenceReader.window(day, 1, first),
                query.recurrence(),
                new Taste(
                        ConferenceReader.MOST_SLOTS,
                        Order.START,
                        taste.dayHours(),
                        taste.kinds(),
                        taste.sameKind(),
                        taste.step())));
        return plan instanceof ConferencePlan.Found found ? found.slots() : List.of();
    }

    private static LocalDate firstDay(ConferenceForm form) {
        return LocalDate.parse(form.span().date().strip());
    }

    private Way way(
            Relaxation relaxation, ConferenceQuery query, ConferenceForm form, Directory directory, Locale locale) {
        ZoneId zone = SlotCards.zone(query, directory);
        CommonSlot slot = relaxation.slot();
        ConferenceForm eased;
        if (relaxation instanceof Relaxation.Shorter shorter) {
            eased = form.withLength(shorter.duration().toString());
        } else if (relaxation instanceof Relaxation.AnyHour) {
            eased = form.with(form.span().withAnyHour());
        } else if (relaxation instanceof Relaxation.Without without) {
            eased = form.without(without.position());
        } else {
            eased = form.with(form.span()
                    .withDate(slot.time().start().atZone(zone).toLocalDate().toString()));
        }
        return new Way(
                texts.change(relaxation, query, directory, locale),
                SlotCards.when(slot.time(), zone, locale),
                eased.link());
    }

    private String title(ConferenceQuery query, Directory directory, Locale locale) {
        Set<String> names = query.parties().stream()
                .map(party -> directory.site(party.site()).map(Site::name).orElseThrow())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String title = words.text("conference.title", locale, String.join(" – ", names));
        return Optional.of(title)
                .filter(each -> each.length() <= Content.LONGEST_TITLE)
                .orElseGet(() -> words.text("conference.title", locale, names.size()));
    }
}
