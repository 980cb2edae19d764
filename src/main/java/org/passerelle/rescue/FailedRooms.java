package org.passerelle.rescue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.event.RoomsFailed.RoomFailure;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.policy.ClosedDay;
import org.passerelle.device.status.DeviceStatus;
import org.passerelle.device.status.DeviceStatuses;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.springframework.stereotype.Component;

/** Which rooms of a date cannot be used, as far as the program knows by itself. */
@Component
class FailedRooms {

    private final Directories directories;
    private final DeviceStatuses devices;
    private final RescueProperties settings;
    private final Clock clock;

    FailedRooms(Directories directories, DeviceStatuses devices, RescueProperties settings, Clock clock) {
        this.directories = directories;
        this.devices = devices;
        this.settings = settings;
        this.clock = clock;
    }

    /** Those that are shut while people would meet, and shortly before a meeting with video those whose device does not answer. */
    List<FailedRoom> of(Booking booking, Occurrence date) {
        Directory directory = directories.current();
        List<FailedRoom> failed = new ArrayList<>();
        for (RoomId id : date.rooms().stream().distinct().toList()) {
            Optional<Room> room = directory.room(id);
            Optional<ClosedDay> shut =
                    room.flatMap(known -> ClosedDay.within(date.time(), known, directory.siteOf(known)));
            if (shut.isPresent()) {
                failed.add(new FailedRoom(id, RoomFailure.CLOSED, shut.get().reason()));
            } else if (room.filter(known -> needsVideo(booking) && isSoon(date) && isDown(known))
                    .isPresent()) {
                failed.add(new FailedRoom(id, RoomFailure.DEVICE, ""));
            }
        }
        return failed;
    }

    static boolean needsVideo(Booking booking) {
        return booking.content().conference().isPresent();
    }

    private boolean isSoon(Occurrence date) {
        return !date.time().start().minus(settings.look()).isAfter(clock.instant());
    }

    private boolean isDown(Room room) {
        return DeviceStatuses.canBeTried(room) && devices.of(room) == DeviceStatus.BAD;
    }
}
