package org.passerelle.rescue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.booking.due.DueTime;
import org.passerelle.booking.due.TimedAction;
import org.passerelle.booking.event.RoomsFailed;
import org.passerelle.booking.event.RoomsFailed.RoomFailure;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.device.status.DeviceStatuses;
import org.passerelle.directory.Directories;
import org.passerelle.directory.RoomId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Shortly before a meeting with video looks whether the devices of its rooms answer, and once more when devices have been asked that are
 * only asked minutes before; tells if one does not. Dropped once people meet.
 */
@Component
class DeviceWatch implements TimedAction {

    /** Dates further away are looked at when they come nearer. */
    private static final Duration FAR = REACH.multipliedBy(2);

    private static final Duration LAST_LOOK = Duration.ofMinutes(10);

    private final FailedRooms failed;
    private final Directories directories;
    private final RescueProperties settings;
    private final ApplicationEventPublisher events;

    DeviceWatch(
            FailedRooms failed, Directories directories, RescueProperties settings, ApplicationEventPublisher events) {
        this.failed = failed;
        this.directories = directories;
        this.settings = settings;
        this.events = events;
    }

    @Override
    public String kind() {
        return "device-watch";
    }

    @Override
    public List<DueTime> times(Booking booking, Instant now) {
        if (booking.state() != BookingState.CONFIRMED || !FailedRooms.needsVideo(booking)) {
            return List.of();
        }
        return booking.occurrences().stream()
                .filter(date -> isNear(date, now) && hasDevice(date))
                .flatMap(date -> Stream.of(settings.look(), LAST_LOOK)
                        .distinct()
                        .map(before -> new DueTime(
                                booking.id(),
                                Optional.of(date.recurrenceId()),
                                date.time().start().minus(before),
                                date.time().start())))
                .toList();
    }

    private static boolean isNear(Occurrence date, Instant now) {
        Instant start = date.time().start();
        return date.state() == OccurrenceState.PLANNED
                && start.isAfter(now.minus(REACH))
                && start.isBefore(now.plus(FAR));
    }

    private boolean hasDevice(Occurrence date) {
        return date.rooms().stream()
                .flatMap(id -> directories.current().room(id).stream())
                .anyMatch(DeviceStatuses::canBeTried);
    }

    @Override
    public boolean perform(Booking booking, DueTime due) {
        return due.recurrenceId()
                .flatMap(booking::occurrence)
                .filter(date -> perform(booking, date))
                .isPresent();
    }

    private boolean perform(Booking booking, Occurrence date) {
        List<RoomId> down = failed.of(booking, date).stream()
                .filter(room -> room.cause() == RoomFailure.DEVICE)
                .map(FailedRoom::room)
                .toList();
        if (!down.isEmpty()) {
            events.publishEvent(new RoomsFailed(
                    booking.id(), date.recurrenceId(), down, date.time().start(), RoomFailure.DEVICE, ""));
        }
        return !down.isEmpty();
    }
}
