package org.passerelle.web.room;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.booking.entitlement.RoomEntitlement;
import org.passerelle.booking.policy.OpeningTimes;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directory;
import org.passerelle.directory.MailRules;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.directory.arrangement.Layout;
import org.passerelle.i18n.AvailabilityTexts;
import org.passerelle.i18n.DurationTexts;
import org.passerelle.i18n.LayoutTexts;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.platform.PublicUrl;
import org.passerelle.web.PageWords;
import org.passerelle.web.calendars.QrCode;
import org.passerelle.web.room.RoomSheet.LaidOutRoom;
import org.passerelle.web.room.RoomSheet.OpenRoomDay;
import org.passerelle.web.room.RoomSheet.RoomFacts;
import org.passerelle.web.room.RoomSheet.RoomPresence;
import org.passerelle.web.room.RoomSheet.SiteWay;
import org.springframework.stereotype.Component;

/** Gathers what the page of a room says. */
@Component
class RoomSheets {

    private static final int DAYS_SHOWN = 7;

    /** Rules that the list of days tells, or that of closed days below it. */
    private static final Set<ReasonCode> TOLD_BY_DAYS =
            EnumSet.of(ReasonCode.SITE_CLOSED, ReasonCode.OUTSIDE_OPENING_HOURS);

    private final FreeTimes free;
    private final NextBookings next;
    private final AvailabilityTexts texts;
    private final ReasonTexts reasons;
    private final PublicUrl publicUrl;
    private final PageWords words;
    private final Clock clock;

    RoomSheets(
            FreeTimes free,
            NextBookings next,
            AvailabilityTexts texts,
            ReasonTexts reasons,
            PublicUrl publicUrl,
            PageWords words,
            Clock clock) {
        this.free = free;
        this.next = next;
        this.texts = texts;
        this.reasons = reasons;
        this.publicUrl = publicUrl;
        this.words = words;
        this.clock = clock;
    }

    /** Who reads the page, and what they may do with the room. */
    record RoomLook(Person reader, RoomEntitlement entitlement, RoomNow now, boolean canHaveItNow, Locale locale) {}

    RoomNow now(Room room, Site site) {
        return RoomNow.of(room, site, clock.instant(), free);
    }

    RoomSheet of(Room room, Site site, Directory directory, RoomLook look) {
        return new RoomSheet(
                room,
                site,
                present(look, site.zone()),
                facts(room, directory, look.locale()),
                next.of(room, site, look.reader(), directory, look.locale()),
                days(room, site, look.locale()),
                rules(look, rule -> !TOLD_BY_DAYS.contains(rule.code())),
                rules(look, rule -> rule.code() == ReasonCode.SITE_CLOSED),
                way(site, directory),
                QrCode.of(publicUrl.link("/rooms/" + room.id()).toString()));
    }

    private List<String> rules(RoomLook look, Predicate<Reason> those) {
        return look.entitlement().rules().stream()
                .filter(those)
                .map(rule -> reasons.ofThisRoom(rule, look.locale()))
                .toList();
    }

    /** It is not called free that the reader could not have at once; that nobody is in it is as true. */
    private RoomPresence present(RoomLook look, ZoneId zone) {
        boolean isBarred = look.now().state() == RoomNow.RoomState.FREE && !look.canHaveItNow();
        String word = isBarred ? "EMPTY" : look.now().state().name();
        return new RoomPresence(
                word,
                look.now().until().map(until -> moment(until, zone, look.locale())),
                look.now().left());
    }

    /** Without its day if that is today. */
    private String moment(Instant moment, ZoneId zone, Locale locale) {
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        return moment.atZone(zone).toLocalDate().equals(today)
                ? PageWords.time(moment, zone)
                : PageWords.moment(moment, zone, locale);
    }

    private RoomFacts facts(Room room, Directory directory, Locale locale) {
        return new RoomFacts(
                RoomDrawing.of(room),
                room.profile().equipment().stream()
                        .map(word -> texts.equipment(word, locale))
                        .toList(),
                room.profile().joinMethods(),
                room.layouts().offered().stream()
                        .map(layout -> laidOut(room, layout, locale))
                        .toList(),
                room.parts().stream().flatMap(id -> directory.room(id).stream()).toList(),
                directory.rooms().stream()
                        .filter(other -> other.parts().contains(room.id()))
                        .toList(),
                Optional.of(room.profile().email())
                        .filter(any -> room.profile().mail().mode() != MailRules.Mode.DECLINE));
    }

    private static LaidOutRoom laidOut(Room room, Layout layout, Locale locale) {
        Duration before = layout.setUp().orElse(Duration.ZERO);
        return new LaidOutRoom(
                LayoutTexts.of(layout, locale),
                layout.seats().orElse(room.capacity()),
                Optional.of(before).filter(time -> !time.isZero()).map(time -> DurationTexts.of(time, locale)),
                RoomDrawing.of(room, layout));
    }

    private List<OpenRoomDay> days(Room room, Site site, Locale locale) {
        LocalDate today = clock.instant().atZone(site.zone()).toLocalDate();
        return today.datesUntil(today.plusDays(DAYS_SHOWN))
                .map(day -> new OpenRoomDay(
                        PageWords.shortDay(day, locale),
                        Optional.of(OpeningTimes.on(day, room, site).stream()
                                        .map(hours -> PageWords.times(hours, site.zone()))
                                        .collect(Collectors.joining(", ")))
                                .filter(hours -> !hours.isEmpty())))
                .toList();
    }

    private static SiteWay way(Site site, Directory directory) {
        String latitude = Double.toString(site.place().latitude());
        String longitude = Double.toString(site.place().longitude());
        return new SiteWay(
                latitude + ", " + longitude,
                "geo:" + latitude + "," + longitude,
                NetworkMap.around(site, Set.of(site.id()), directory));
    }
}
