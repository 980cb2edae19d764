package org.passerelle.web.search;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.availability.query.FoundRooms.NearMiss;
import org.passerelle.availability.query.FoundRooms.RankedRoom;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.availability.query.Merit;
import org.passerelle.availability.query.Merit.MeritCode;
import org.passerelle.availability.query.NearMissChange;
import org.passerelle.booking.policy.BookingBounds;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.Site;
import org.passerelle.i18n.AvailabilityTexts;
import org.passerelle.time.Interval;
import org.passerelle.time.WallTime;
import org.passerelle.web.Equipment;
import org.passerelle.web.PageWords;
import org.passerelle.web.search.Card.CardPlace;
import org.springframework.stereotype.Component;

/** Puts what was found on cards. */
@Component
class Cards {

    private static final int VERY_GOOD = 75;
    private static final int GOOD = 50;
    private static final int MOST_DATES_NAMED = 6;

    /** What a row says otherwise than by a sentence. */
    private static final Set<MeritCode> SHOWN_BESIDE = Set.of(
            MeritCode.SEATS_FIT,
            MeritCode.SEATS_TO_SPARE,
            MeritCode.USUAL_SITE,
            MeritCode.DISTANCE,
            MeritCode.MISSES_DATES);

    private final FreeTimes free;
    private final AvailabilityTexts texts;
    private final PageWords words;
    private final Clock clock;

    Cards(FreeTimes free, AvailabilityTexts texts, PageWords words, Clock clock) {
        this.free = free;
        this.texts = texts;
        this.words = words;
        this.clock = clock;
    }

    /** What was asked, and who reads the answer: on the clocks of {@code clocks}, in {@code locale}. */
    record AskedSearch(SearchForm form, Interval time, int people, Site clocks, Directory directory, Locale locale) {}

    Card of(RankedRoom found, AskedSearch asked) {
        Site site = asked.directory().siteOf(found.room());
        List<String> facts = new ArrayList<>();
        if (!found.missing().isEmpty()) {
            facts.add(missing(found.missing(), asked));
        }
        found.merits().stream()
                .filter(merit -> !SHOWN_BESIDE.contains(merit.code()))
                .map(merit -> texts.of(merit, asked.locale()))
                .forEach(facts::add);
        return new Card(
                List.of(found.room()),
                new CardPlace(site, kilometres(found)),
                words.text(fit(found), asked.locale()),
                Optional.of(asked.time())
                        .filter(time ->
                                !WallTime.isSame(site.zone(), asked.clocks().zone(), time.start()))
                        .map(time -> localTimes(time, site, asked)),
                facts,
                picture(found.room(), asked.time(), asked),
                new BookingLink(asked.form(), asked.clocks())
                        .to(
                                site,
                                withEquipment(found.room(), asked),
                                !found.missing().isEmpty()));
    }

    Card of(NearMiss near, AskedSearch asked) {
        Room first = near.rooms().get(0);
        Site site = asked.directory().siteOf(first);
        List<Room> rooms = near.rooms().stream()
                .flatMap(room -> withEquipment(room, asked).stream())
                .distinct()
                .toList();
        boolean sameClock =
                WallTime.isSame(site.zone(), asked.clocks().zone(), near.time().start());
        return new Card(
                near.rooms().stream().distinct().toList(),
                new CardPlace(site, near.change() instanceof NearMissChange.AnotherSite other ? other.kilometres() : 0),
                texts.of(near.change(), asked.locale()),
                Optional.of(
                        sameClock
                                ? PageWords.times(near.time(), site.zone())
                                : PageWords.times(near.time(), asked.clocks().zone()) + " · "
                                        + localTimes(near.time(), site, asked)),
                approval(near, asked),
                picture(first, near.time(), asked),
                new BookingLink(asked.form(), asked.clocks()).to(site, rooms, near.time(), near.change()));
    }

    private static long kilometres(RankedRoom found) {
        return found.merits().stream()
                .filter(merit -> merit.code() == MeritCode.DISTANCE)
                .mapToLong(merit -> Long.parseLong(merit.details().get(0)))
                .findFirst()
                .orElse(0);
    }

    private DayPicture picture(Room room, Interval time, AskedSearch asked) {
        Directory directory = asked.directory();
        int units = room.kind() == RoomKind.DESK ? asked.people() : 1;
        return DayPicture.of(
                room,
                units,
                directory.siteOf(room).zone(),
                time,
                free,
                BookingBounds.of(room, directory, clock.instant()));
    }

    private List<String> approval(NearMiss near, AskedSearch asked) {
        return near.mustAsk() ? List.of(texts.of(Merit.of(MeritCode.NEEDS_APPROVAL), asked.locale())) : List.of();
    }

    private static List<Room> withEquipment(Room room, AskedSearch asked) {
        List<Room> all = new ArrayList<>(List.of(room));
        all.addAll(Equipment.carriedTo(room, asked.form().what().equipment(), asked.directory()));
        return all;
    }

    private static String fit(RankedRoom found) {
        if (found.score() >= VERY_GOOD) {
            return "search.fits.very-well";
        }
        return found.score() >= GOOD ? "search.fits.well" : "search.fits.somewhat";
    }

    /** For instance {@code 03:00–04:00 Montreal time}, with the day where it is another. */
    private String localTimes(Interval time, Site site, AskedSearch asked) {
        String times = PageWords.times(time, site.zone()) + " " + words.zone(site.zone(), asked.locale());
        LocalDate there = date(time.start(), site.zone());
        return there.equals(date(time.start(), asked.clocks().zone()))
                ? times
                : PageWords.shortDay(there, asked.locale()) + ", " + times;
    }

    private static LocalDate date(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }

    private String missing(List<Interval> dates, AskedSearch asked) {
        String named = dates.stream()
                .limit(MOST_DATES_NAMED)
                .map(date ->
                        PageWords.shortDay(date(date.start(), asked.clocks().zone()), asked.locale()))
                .collect(Collectors.joining(", "));
        int more = dates.size() - MOST_DATES_NAMED;
        return more > 0
                ? words.text("search.missing.more", asked.locale(), named, more)
                : words.text("search.missing", asked.locale(), named);
    }
}
