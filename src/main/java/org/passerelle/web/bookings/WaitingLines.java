package org.passerelle.web.bookings;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Schedule;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.i18n.RecurrenceTexts;
import org.passerelle.i18n.RoomNames;
import org.passerelle.waitlist.Waitlist;
import org.passerelle.waitlist.WaitlistEntry;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** Writes out what somebody waits for: what is offered first, then in the order in which they asked. */
@Component
class WaitingLines {

    private final Waitlist waitlist;
    private final Directories directories;
    private final RecurrenceTexts recurrences;

    WaitingLines(Waitlist waitlist, Directories directories, RecurrenceTexts recurrences) {
        this.waitlist = waitlist;
        this.directories = directories;
        this.recurrences = recurrences;
    }

    List<WaitingLine> of(Person person, Locale locale) {
        return waitlist.of(person).stream()
                .filter(entry -> entry.state().isOpen())
                .sorted(Comparator.comparing(WaitlistEntry::isWaiting))
                .map(entry -> line(entry, locale))
                .toList();
    }

    private WaitingLine line(WaitlistEntry entry, Locale locale) {
        Schedule schedule = entry.order().schedule();
        ZoneId zone = schedule.zone();
        LocalDateTime start = schedule.start();
        String times = PageWords.time(start) + "–" + PageWords.time(schedule.end());
        Directory directory = directories.current();
        return new WaitingLine(
                entry.id(),
                entry.order().content().title(),
                PageWords.day(start.toLocalDate(), locale) + ", " + times,
                schedule.recurrence()
                        .map(rule -> recurrences.of(rule, schedule.start().toLocalDate(), locale)),
                RoomNames.joined(
                        entry.order().rooms(),
                        id -> directory.room(id).map(Room::name).orElse(id.value())),
                waitlist.position(entry),
                offer(entry, zone, locale));
    }

    private static Optional<WaitingLine.OfferLine> offer(WaitlistEntry entry, ZoneId zone, Locale locale) {
        return entry.standing()
                .offer()
                .map(offer -> new WaitingLine.OfferLine(offer.booking().value(), until(offer.until(), zone, locale)));
    }

    private static String until(Instant until, ZoneId zone, Locale locale) {
        return PageWords.time(until, zone) + " ("
                + PageWords.shortDay(until.atZone(zone).toLocalDate(), locale) + ")";
    }
}
