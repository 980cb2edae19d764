package org.passerelle.web.book;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.override.OverridableRule;
import org.passerelle.booking.override.OverrideRights;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.i18n.RoomNames;
import org.passerelle.time.Interval;
import org.passerelle.time.WallTime;
import org.passerelle.web.PageWords;
import org.passerelle.web.book.Complaints.OverrideChoice;
import org.passerelle.web.book.Complaints.RuledRoom;
import org.springframework.stereotype.Component;

/** Says why an order was not carried out, at the field that people can change. */
@Component
class Refusals {

    private static final int MOST_TOLD = 8;

    /** Of so many rooms all rules can be read from there. */
    private static final int MOST_RULED = 3;

    private final ReasonTexts texts;
    private final Directories directories;
    private final PageWords words;

    Refusals(ReasonTexts texts, Directories directories, PageWords words) {
        this.texts = texts;
        this.directories = directories;
        this.words = words;
    }

    /** @param zone on whose clocks the form's times are read */
    void tell(List<Conflict> conflicts, ZoneId zone, Complaints complaints, Locale locale) {
        conflicts.stream()
                .limit(MOST_TOLD)
                .forEach(conflict -> complaints.addText("rooms", text(conflict, zone, locale)));
        more(conflicts.size(), complaints);
    }

    void tell(BookingResult.Refused refused, Complaints complaints, Locale locale) {
        List<Reason> reasons = refused.reasons();
        reasons.stream()
                .limit(MOST_TOLD)
                .forEach(reason -> complaints.addText(field(reason), texts.of(reason, locale)));
        more(reasons.size(), complaints);
        complaints.tellRulesOf(reasons.stream()
                .flatMap(reason -> reason.room().stream())
                .distinct()
                .flatMap(room -> directories.current().room(room).stream())
                .limit(MOST_RULED)
                .map(room -> new RuledRoom(room.id().value(), RoomNames.withSite(room, directories.current())))
                .toList());
    }

    /** Offers to set aside the rules that are broken, to whoever may; what they have ticked already stays ticked. */
    void offerOverrides(
            Person actor,
            Collection<RoomId> rooms,
            Set<OverridableRule> ticked,
            List<Reason> reasons,
            Complaints complaints,
            Locale locale) {
        if (new OverrideRights(actor, directories.current()).mayOverride(rooms)) {
            complaints.offerOverrides(Stream.concat(
                            ticked.stream(),
                            reasons.stream().flatMap(reason -> OverridableRule.of(reason.code()).stream()))
                    .distinct()
                    .sorted()
                    .map(rule -> new OverrideChoice(rule.name(), texts.of(rule, locale), ticked.contains(rule)))
                    .toList());
        }
    }

    private static void more(int count, Complaints complaints) {
        if (count > MOST_TOLD) {
            complaints.add("rooms", "book.error.more", count - MOST_TOLD);
        }
    }

    /** In the room's own time, which is named where its clocks do not show what those of the form show. */
    private String text(Conflict conflict, ZoneId formZone, Locale locale) {
        Room room = directories.current().room(conflict.room()).orElse(null);
        if (room == null) {
            return lacking(conflict, locale);
        }
        ZoneId zone = directories.current().siteOf(room).zone();
        String name = RoomNames.withSite(room, directories.current());
        Interval taken = conflict.taken();
        Instant start = taken.start();
        String day = PageWords.shortDay(start.atZone(zone).toLocalDate(), locale);
        String from = PageWords.time(start, zone);
        String to = PageWords.time(taken.end(), zone);
        return WallTime.isSame(zone, formZone, start)
                ? words.text("book.error.taken", locale, name, from, to, day)
                : words.text("book.error.taken.there", locale, name, from, to, day, words.zone(zone, locale));
    }

    /** What a conference would use up has no room's name. */
    private String lacking(Conflict conflict, Locale locale) {
        Directory directory = directories.current();
        return directory.video().stream()
                .filter(resource -> resource.id().equals(conflict.room()))
                .findFirst()
                .map(resource -> words.text(
                        "book.error.lacking." + resource.kind(),
                        locale,
                        resource.site()
                                .flatMap(directory::site)
                                .map(Site::name)
                                .orElse(resource.id().value())))
                .orElseGet(() -> conflict.room().value());
    }

    private static String field(Reason reason) {
        if (reason.code() == ReasonCode.QUOTA_EXCEEDED && reason.recurrenceId().isEmpty()) {
            return "rooms"; // only an allowance of hours is exceeded on a date
        }
        return switch (reason.code()) {
            case IN_THE_PAST, TOO_SOON, TOO_FAR_AHEAD, SITE_CLOSED -> "date";
            case OUTSIDE_OPENING_HOURS -> "start";
            case TOO_SHORT, TOO_LONG, QUOTA_EXCEEDED -> "length";
            case OVER_CAPACITY -> "people";
            case UNKNOWN_LAYOUT -> "layout";
            case UNKNOWN_SERVICE, SERVICE_TOO_SOON, SERVICE_EXHAUSTED -> "services";
            case TOO_MANY_OCCURRENCES -> "repeat";
            default -> "rooms";
        };
    }
}
