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
 * Looks whether the devices of the rooms of a meeting with video answer: shortly before, once more when devices have been asked that are
 * only asked minutes before, and then every few minutes until some minutes after its start. Tells of the first that does not; one that
 * comes and goes is told of once. Devices are asked anew between two looks.
 */
@Component
class DeviceWatch implements TimedAction {

    /** Dates further away are looked at when they come nearer. */
    private static final Duration FAR = REACH.multipliedBy(2);

    private static final Duration LATE_LOOK = Duration.ofMinutes(10);

    /** From the start, which may be behind, so that a look lasts to the next. */
    private static final List<Duration> LAST_LOOKS =
            Stream.of(-6, -4, -2, 2, 5, 8).map(Duration::ofMinutes).toList();

    /** So late a look at a meeting that has begun may be. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final FailedRooms failed;
    private final DeviceStatuses devices;
    private final Directories directories;
    private final RescueProperties settings;
    private final ApplicationEventPublisher events;

    DeviceWatch(
            FailedRooms failed,
            DeviceStatuses devices,
            Directories directories,
            RescueProperties settings,
            ApplicationEventPublisher events) {
        this.failed = failed;
        this.devices = devices;
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
                .flatMap(date -> looks().map(look -> due(booking, date, look)))
                .toList();
    }

    private Stream<Duration> looks() {
        Stream<Duration> first = Stream.of(settings.look(), LATE_LOOK).map(Duration::negated);
        return Stream.concat(first, LAST_LOOKS.stream()).distinct();
    }

    private static DueTime due(Booking booking, Occurrence date, Duration look) {
        Instant start = date.time().start();
        Instant at = start.plus(look);
        Instant latest = look.isNegative() ? start : at.plus(PATIENCE);
        return new DueTime(booking.id(), Optional.of(date.recurrenceId()), at, latest);
    }

    private static boolean isNear(Occurrence date, Instant now) {
        Instant start = date.time().start();
        return (date.state() == OccurrenceState.PLANNED || date.state() == OccurrenceState.CHECKED_IN)
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
        devices.askAgain(date.rooms());
        if (!down.isEmpty()) {
            events.publishEvent(new RoomsFailed(
                    booking.id(), date.recurrenceId(), down, date.time().start(), RoomFailure.DEVICE, ""));
        }
        return !down.isEmpty();
    }
}
