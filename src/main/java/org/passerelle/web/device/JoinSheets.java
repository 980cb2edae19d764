package org.passerelle.web.device;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.calendar.write.Joining;
import org.passerelle.conference.Conferences;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.device.RoomDates;
import org.passerelle.device.RoomDates.RoomDate;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Endpoint;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;
import org.passerelle.web.PageWords;
import org.passerelle.web.calendars.QrCode;
import org.springframework.stereotype.Component;

/** What hangs on the wall of a room for a day: its conferences, how to join each, and whom to call. */
@Component
class JoinSheets {

    private final RoomDates dates;
    private final Conferences conferences;
    private final Accounts accounts;
    private final SheetParts parts;
    private final Directories directories;
    private final PageWords words;

    JoinSheets(
            RoomDates dates,
            Conferences conferences,
            Accounts accounts,
            SheetParts parts,
            Directories directories,
            PageWords words) {
        this.dates = dates;
        this.conferences = conferences;
        this.accounts = accounts;
        this.parts = parts;
        this.directories = directories;
        this.words = words;
    }

    /**
     * The sheet of one day.
     *
     * @param help whom to call when something does not work
     */
    record Sheet(String room, String site, String day, SheetParts.Help help, List<Entry> entries) {}

    /**
     * One conference.
     *
     * @param organiser the name and the address of whoever called it; empty where that is nobody's business
     * @param others the other rooms, with the times of those whose clocks differ
     * @param web where a browser in this room joins, and the same as a picture
     */
    record Entry(
            String times,
            String title,
            Optional<Organiser> organiser,
            List<String> others,
            Optional<Web> web,
            List<SheetParts.DialWay> ways) {}

    /** Who called it. */
    record Organiser(String name, String email) {}

    /** A link for a browser. */
    record Web(URI link, QrCode picture) {}

    /** Empty if {@code reader} looks after neither the room nor any of its conferences of that day. */
    Optional<Sheet> of(Room room, LocalDate day, Person reader, Locale locale) {
        Directory directory = directories.current();
        ZoneId zone = directory.siteOf(room).zone();
        boolean isManager = reader.runs(room.site());
        List<Entry> entries = dates.of(room, Interval.ofDay(day, zone)).stream()
                .filter(date -> new BookingAccess(reader, date.booking(), directory).mayPrint(room.id()))
                .flatMap(date -> date.meeting().map(meeting -> entry(room, date, meeting, reader, locale)).stream())
                .toList();
        if (!isManager && entries.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Sheet(
                room.name(), directory.siteOf(room).name(), PageWords.day(day, locale), parts.help(room), entries));
    }

    private Entry entry(Room room, RoomDate date, VideoMeeting meeting, Person reader, Locale locale) {
        Directory directory = directories.current();
        ZoneId zone = directory.siteOf(room).zone();
        Booking booking = date.booking();
        boolean mayRead = new BookingAccess(reader, booking, directory).mayRead(BookingPart.CONTENT);
        return new Entry(
                PageWords.times(meeting.time(), zone),
                mayRead ? meeting.title() : words.text("day.busy", locale),
                mayRead ? organiser(booking) : Optional.empty(),
                meeting.rooms().stream()
                        .filter(other -> !other.equals(room.id()))
                        .flatMap(other -> other(other, meeting, zone, locale))
                        .toList(),
                room.profile().endpoint().speaks(Endpoint.WEB)
                        ? conferences
                                .of(booking, Joining.room(room.id()))
                                .map(link -> new Web(link, QrCode.of(link.toString())))
                        : Optional.empty(),
                parts.ways(room, meeting));
    }

    private Optional<Organiser> organiser(Booking booking) {
        return accounts.person(booking.owner().organiser())
                .map(person -> new Organiser(person.name(), person.email().value()));
    }

    private Stream<String> other(RoomId id, VideoMeeting meeting, ZoneId here, Locale locale) {
        Directory directory = directories.current();
        return directory.room(id).stream().map(room -> {
            ZoneId there = directory.siteOf(room).zone();
            String name = room.name() + " (" + directory.siteOf(room).name() + ")";
            return parts.withTimes(name, meeting, here, there, locale);
        });
    }
}
