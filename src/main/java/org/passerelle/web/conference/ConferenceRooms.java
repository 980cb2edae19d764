package org.passerelle.web.conference;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.calendar.write.Joining;
import org.passerelle.conference.Conferences;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.device.status.DeviceStatus;
import org.passerelle.device.status.DeviceStatuses;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** The rooms of a conference that its reader connects: their links, times and devices. */
@Component
class ConferenceRooms {

    private final Conferences conferences;
    private final DeviceStatuses devices;
    private final Directories directories;

    ConferenceRooms(Conferences conferences, DeviceStatuses devices, Directories directories) {
        this.conferences = conferences;
        this.devices = devices;
        this.directories = directories;
    }

    /**
     * One room.
     *
     * @param times on the clock of its site
     * @param device how its device stands; empty if nothing there can be tried
     * @param link by which the room, and only it, enters; empty for whoever runs its site and may not read the booking
     */
    record ConferenceRoomLine(
            String id, String name, String site, String times, Optional<DeviceStatus> device, Optional<URI> link) {}

    List<ConferenceRoomLine> of(Person reader, Booking booking, Optional<VideoMeeting> meeting) {
        Directory directory = directories.current();
        BookingAccess access = new BookingAccess(reader, booking, directory);
        return meeting.map(VideoMeeting::rooms).orElseGet(booking::rooms).stream()
                .distinct()
                .filter(room -> access.mayConnect(room) || access.looksAfter(room))
                .flatMap(room -> directory.room(room).stream())
                .map(room -> line(room, access, meeting, directory.siteOf(room)))
                .toList();
    }

    private ConferenceRoomLine line(Room room, BookingAccess access, Optional<VideoMeeting> meeting, Site site) {
        return new ConferenceRoomLine(
                room.id().value(),
                room.name(),
                site.name(),
                meeting.map(each -> PageWords.times(each.time(), site.zone())).orElse(""),
                Optional.of(room).filter(DeviceStatuses::canBeTried).map(devices::of),
                access.mayConnect(room.id())
                        ? conferences.of(access.booking(), Joining.room(room.id()))
                        : Optional.empty());
    }
}
