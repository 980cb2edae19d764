package org.passerelle.web.planner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.availability.query.MeetingTimes.CommonSlot;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.passerelle.time.WallTime;
import org.passerelle.web.Equipment;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** Chooses which of the possible times to offer, and puts them on cards. */
@Component
class SlotCards {

    private static final int COMFORTABLE = 80;
    private static final int BEARABLE = 50;

    private final PageWords words;

    SlotCards(PageWords words) {
        this.words = words;
    }

    /** Those that do not overlap one before, so that there is a choice; in the order in which they come. */
    static List<CommonSlot> choice(List<CommonSlot> slots) {
        TreeMap<Instant, CommonSlot> chosen = new TreeMap<>();
        List<CommonSlot> inOrder = new ArrayList<>();
        for (CommonSlot slot : slots) {
            // All are of one length, so that no two that were chosen can stand between this one and the next of them.
            boolean apart = Stream.of(
                            chosen.floorEntry(slot.time().start()),
                            chosen.ceilingEntry(slot.time().start()))
                    .flatMap(Stream::ofNullable)
                    .noneMatch(other -> other.getValue().time().overlaps(slot.time()));
            if (apart) {
                chosen.put(slot.time().start(), slot);
                inOrder.add(slot);
            }
        }
        return inOrder;
    }

    SlotCard of(CommonSlot slot, MeetingTimeQuery query, Directory directory, Locale locale) {
        ZoneId first = zone(query, directory);
        List<SlotCard.Seat> seats = slot.rooms().stream()
                .map(room -> seat(room, slot.time(), first, directory, locale))
                .toList();
        List<String> rooms = IntStream.range(0, slot.rooms().size())
                .mapToObj(party -> Stream.concat(
                        Stream.of(slot.rooms().get(party)),
                        Equipment.carriedTo(
                                slot.rooms().get(party),
                                query.parties().get(party).equipment(),
                                directory)
                                .stream()))
                .flatMap(each -> each)
                .map(room -> room.id().value())
                .toList();
        return new SlotCard(
                when(slot.time(), first, locale),
                words.text(comfort(slot.score()), locale),
                seats,
                slot.time().start().toString(),
                rooms,
                UUID.randomUUID().toString());
    }

    /** Whose clocks the page goes by: those of the first party. */
    static ZoneId zone(MeetingTimeQuery query, Directory directory) {
        return directory.site(query.parties().get(0).site()).orElseThrow().zone();
    }

    static String when(Interval time, ZoneId zone, Locale locale) {
        return PageWords.day(date(time.start(), zone), locale) + ", " + PageWords.times(time, zone);
    }

    private SlotCard.Seat seat(Room room, Interval time, ZoneId first, Directory directory, Locale locale) {
        Site site = directory.siteOf(room);
        ZoneId zone = site.zone();
        LocalDate there = date(time.start(), zone);
        String day = there.equals(date(time.start(), first)) ? "" : PageWords.shortDay(there, locale) + ", ";
        boolean same = WallTime.isSame(zone, first, time.start());
        return new SlotCard.Seat(
                site.name(),
                room.name(),
                room.kind().name(),
                day + PageWords.times(time, zone),
                same ? Optional.empty() : Optional.of(words.zone(zone, locale)));
    }

    private static LocalDate date(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }

    private static String comfort(int score) {
        if (score >= COMFORTABLE) {
            return "conference.suits.everybody";
        }
        return score >= BEARABLE ? "conference.suits.most" : "conference.suits.some";
    }
}
