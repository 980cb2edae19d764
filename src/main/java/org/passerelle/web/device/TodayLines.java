package org.passerelle.web.device;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.device.RoomDates;
import org.passerelle.device.RoomDates.RoomDate;
import org.passerelle.device.status.DeviceStatus;
import org.passerelle.device.status.DeviceStatuses;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** The conferences of today in the rooms that somebody looks after. */
@Component
class TodayLines {

    private final RoomDates dates;
    private final DeviceStatuses devices;
    private final Directories directories;
    private final PageWords words;
    private final Clock clock;

    TodayLines(RoomDates dates, DeviceStatuses devices, Directories directories, PageWords words, Clock clock) {
        this.dates = dates;
        this.devices = devices;
        this.directories = directories;
        this.words = words;
        this.clock = clock;
    }

    /**
     * One conference.
     *
     * @param times on the clock of the first of the reader's rooms
     * @param title of the booking, or that it is none of the reader's business
     */
    record Conference(String times, String title, List<Part> rooms) {}

    /**
     * A room that takes part.
     *
     * @param sheet whose join sheet the reader may print; empty for the rooms of others
     */
    record Part(String name, DeviceStatus standing, Optional<String> sheet) {}

    /** By start; {@code rooms} are those that {@code reader} looks after. */
    List<Conference> of(List<Room> rooms, Person reader, Locale locale) {
        Map<VideoMeeting.Id, Found> found = new LinkedHashMap<>();
        for (Room room : rooms) {
            for (RoomDate date : dates.of(room, today(room))) {
                date.meeting().ifPresent(meeting -> found.putIfAbsent(meeting.id(), new Found(room, date, meeting)));
            }
        }
        List<RoomId> own = rooms.stream().map(Room::id).toList();
        return found.values().stream()
                .sorted(Comparator.comparing(each -> each.meeting().time().start()))
                .map(each -> conference(each, own, reader, locale))
                .toList();
    }

    private record Found(Room room, RoomDate date, VideoMeeting meeting) {}

    private Conference conference(Found found, Collection<RoomId> own, Person reader, Locale locale) {
        Directory directory = directories.current();
        boolean mayRead = new BookingAccess(reader, found.date().booking(), directory).mayRead(BookingPart.CONTENT);
        Stream<Room> rooms = found.meeting().rooms().stream().flatMap(id -> directory.room(id).stream());
        return new Conference(
                PageWords.times(
                        found.meeting().time(), directory.siteOf(found.room()).zone()),
                mayRead ? found.meeting().title() : words.text("day.busy", locale),
                rooms.map(room -> new Part(
                                room.name() + " (" + directory.siteOf(room).name() + ")",
                                devices.of(room),
                                Optional.of(room.id().value()).filter(id -> own.contains(room.id()))))
                        .toList());
    }

    private Interval today(Room room) {
        ZoneId zone = directories.current().siteOf(room).zone();
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        return Interval.ofDay(today, zone);
    }
}
