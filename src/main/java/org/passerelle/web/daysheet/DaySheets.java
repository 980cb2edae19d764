package org.passerelle.web.daysheet;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.policy.OpeningTimes;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.reception.SiteMeetings;
import org.passerelle.reception.SiteMeetings.SiteMeeting;
import org.passerelle.reception.SiteMeetings.ToldMeeting;
import org.passerelle.time.Interval;
import org.passerelle.web.PageWords;
import org.passerelle.web.daysheet.DaySheet.SheetLine;
import org.springframework.stereotype.Component;

/** Writes the day sheets of rooms, with as much of each meeting as the reader may be told. */
@Component
class DaySheets {

    private final SiteMeetings meetings;
    private final Accounts accounts;
    private final PageWords words;

    DaySheets(SiteMeetings meetings, Accounts accounts, PageWords words) {
        this.meetings = meetings;
        this.accounts = accounts;
        this.words = words;
    }

    /** One for each of {@code rooms}, in their order. */
    List<DaySheet> of(Person person, Site site, List<Room> rooms, LocalDate day, Locale locale) {
        Map<RoomId, List<SiteMeeting>> found = meetings.byRoom(person, site, rooms, day);
        Interval whole = Interval.ofDay(day, site.zone());
        return rooms.stream()
                .map(room -> new DaySheet(
                        room.name(),
                        OpeningTimes.within(whole, room, site).stream()
                                .map(open -> hours(open, whole, site.zone()))
                                .toList(),
                        found.getOrDefault(room.id(), List.of()).stream()
                                .map(meeting -> line(meeting, site.zone(), locale))
                                .toList()))
                .toList();
    }

    /** The end of a day is 24:00, which is the 00:00 of the next. */
    private static String hours(Interval open, Interval day, ZoneId zone) {
        return open.end().equals(day.end())
                ? PageWords.time(open.start(), zone) + "–24:00"
                : PageWords.times(open, zone);
    }

    private SheetLine line(SiteMeeting meeting, ZoneId zone, Locale locale) {
        return new SheetLine(
                PageWords.times(meeting.date().time(), zone),
                meeting.told().map(ToldMeeting::title).orElseGet(() -> words.text("reception.reserved", locale)),
                meeting.told().map(told -> accounts.contact(told.host()).shown()),
                meeting.told().flatMap(ToldMeeting::people));
    }
}
