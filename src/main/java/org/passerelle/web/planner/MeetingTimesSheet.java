package org.passerelle.web.planner;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.availability.MeetingTimeFinder;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.availability.query.MeetingTimes;
import org.passerelle.availability.query.MeetingTimes.CommonSlot;
import org.passerelle.availability.query.MeetingTimes.Relaxation;
import org.passerelle.booking.model.Content;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.Site;
import org.passerelle.i18n.DurationTexts;
import org.passerelle.i18n.MeetingTimeTexts;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.Equipment;
import org.passerelle.web.PageWords;
import org.passerelle.web.book.Complaints;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the wish for a conference and what it comes to before somebody's eyes. */
@Component
class MeetingTimesSheet {

    /** As many times as are offered at first, and as many more with each press. */
    private static final int OFFERED_AT_FIRST = 6;

    private static final int MOST_OFFERED = 120;
    private static final List<Duration> LENGTHS =
            Stream.of(30, 45, 60, 90, 120, 180, 240).map(Duration::ofMinutes).toList();

    private final MeetingTimeFinder planner;
    private final Grids grids;
    private final SlotCards cards;
    private final MeetingTimeTexts texts;
    private final Equipment equipment;
    private final PageWords words;

    MeetingTimesSheet(
            MeetingTimeFinder planner,
            Grids grids,
            SlotCards cards,
            MeetingTimeTexts texts,
            Equipment equipment,
            PageWords words) {
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

    void showForm(MeetingTimesForm form, Directory directory, Complaints complaints, Locale locale, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("complaints", complaints);
        model.addAttribute("sites", directory.sites());
        model.addAttribute("things", equipment.all(directory, locale));
        model.addAttribute(
                "kinds",
                Arrays.stream(RoomKind.values())
                        .filter(kind -> !kind.isCountable())
                        .toList());
        model.addAttribute("lengths", lengths(form.length(), locale));
    }

    /** The usual ones, and the one that was sent if it can be read. */
    private static List<Choice> lengths(String sent, Locale locale) {
        Stream<Duration> typed = sent.matches("PT(\\d{1,2}H)?(\\d{1,3}M)?") && !sent.equals("PT")
                ? WrittenTimes.ifReadable(sent, WrittenTimes::duration).stream()
                : Stream.of();
        return Stream.concat(LENGTHS.stream(), typed)
                .distinct()
                .sorted()
                .map(each -> new Choice(each.toString(), DurationTexts.of(each, locale)))
                .toList();
    }

    /**
     * @param most how many of the times to offer; of the others it is told how many they are
     */
    void showPlan(
            MeetingTimeQuery query, MeetingTimesForm form, int most, Directory directory, Locale locale, Model model) {
        MeetingTimes plan = planner.plan(query);
        ZoneId zone = SlotCards.zone(query, directory);
        model.addAttribute("zoneInWords", words.zone(zone, locale));
        if (plan instanceof MeetingTimes.NoCommonSlot none) {
            String obstacle = texts.obstacle(none, query, directory, locale);
            model.addAttribute("obstacle", obstacle);
            model.addAttribute("announce", obstacle);
            if (none.relaxation().orElse(null) instanceof Relaxation.OtherRooms other) {
                model.addAttribute("other", texts.change(other, query, directory, locale));
                offer(List.of(other.slot()), List.of(other.slot()), query, directory, locale, model);
                return;
            }
            none.relaxation().ifPresent(each -> model.addAttribute("way", way(each, query, form, directory, locale)));
            model.addAttribute(
                    "grids", List.of(grids.of(firstDay(form), query, List.of(), List.of(), directory, locale)));
            return;
        }
        MeetingTimes.Found found = (MeetingTimes.Found) plan;
        List<CommonSlot> apart = SlotCards.choice(found.slots());
        List<CommonSlot> offered = apart.subList(0, Math.min(most, apart.size()));
        offer(offered, found.slots(), query, directory, locale, model);
        model.addAttribute("left", apart.size() - offered.size());
        if (offered.size() < apart.size() && most < MOST_OFFERED) {
            model.addAttribute("moreLink", form.link() + "&show=" + (most + OFFERED_AT_FIRST));
        }
        model.addAttribute("unseen", found.more());
        String heading = words.text("conference.found", locale, apart.size());
        model.addAttribute("announce", heading);
    }

    /** How many times to offer: as many as at first, or as a link for more says. */
    static int most(@Nullable String shown) {
        int asked = shown != null && shown.matches("[0-9]{1,4}") ? Integer.parseInt(shown) : OFFERED_AT_FIRST;
        return Math.max(OFFERED_AT_FIRST, Math.min(asked, MOST_OFFERED));
    }

    private void offer(
            List<CommonSlot> offered,
            List<CommonSlot> possible,
            MeetingTimeQuery query,
            Directory directory,
            Locale locale,
            Model model) {
        ZoneId zone = SlotCards.zone(query, directory);
        Map<LocalDate, List<CommonSlot>> byDay =
                possible.stream().collect(Collectors.groupingBy(slot -> day(slot, zone)));
        model.addAttribute(
                "slots",
                offered.stream()
                        .map(slot -> cards.of(slot, query, directory, locale))
                        .toList());
        model.addAttribute("found", SlotCards.choice(possible).size());
        model.addAttribute(
                "grids",
                offered.stream()
                        .map(slot -> day(slot, zone))
                        .distinct()
                        .sorted()
                        .map(day ->
                                grids.of(day, query, byDay.getOrDefault(day, List.of()), offered, directory, locale))
                        .toList());
        model.addAttribute("proposal", title(query, directory, locale));
    }

    private static LocalDate day(CommonSlot slot, ZoneId zone) {
        return slot.time().start().atZone(zone).toLocalDate();
    }

    private static LocalDate firstDay(MeetingTimesForm form) {
        return WrittenTimes.date(form.span().date().strip());
    }

    private Way way(
            Relaxation relaxation, MeetingTimeQuery query, MeetingTimesForm form, Directory directory, Locale locale) {
        ZoneId zone = SlotCards.zone(query, directory);
        CommonSlot slot = relaxation.slot();
        MeetingTimesForm eased;
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

    private String title(MeetingTimeQuery query, Directory directory, Locale locale) {
        Set<String> names = query.parties().stream()
                .map(party -> directory.site(party.site()).map(Site::name).orElseThrow())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String title = words.text("conference.title", locale, String.join(" – ", names));
        return Optional.of(title)
                .filter(each -> each.length() <= Content.LONGEST_TITLE)
                .orElseGet(() -> words.text("conference.title", locale, names.size()));
    }
}
