package org.passerelle.booking.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.arrangement.ServiceOrder;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.task.SiteTask.TaskKind;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.directory.arrangement.ServiceOffer;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/**
 * Finds what a site has to do, from the bookings as they stand: nothing of it is stored, so what moves or is called off needs no
 * second change.
 */
@Component
public class SiteTasks {

    private final ReadingBookings reading;
    private final Directories directories;

    SiteTasks(ReadingBookings reading, Directories directories) {
        this.reading = reading;
        this.directories = directories;
    }

    /** What is to be done for meetings that begin within {@code time}, by time; nothing for what is only held. */
    public List<SiteTask> of(Site site, Interval time) {
        Directory directory = directories.current();
        return reading.holding(directory.roomsAt(site.id()), time).stream()
                .filter(booking -> !booking.content().arrangements().isEmpty())
                .flatMap(booking -> of(booking, site, directory).stream())
                .filter(task -> time.contains(task.meeting().start()))
                .sorted(SiteTask.BY_TIME)
                .toList();
    }

    /** What {@code site} has to do for all dates of a booking. */
    public static List<SiteTask> of(Booking booking, Site site, Directory directory) {
        boolean isAgreed = booking.state() == BookingState.CONFIRMED;
        if (!isAgreed && booking.state() != BookingState.REQUESTED) {
            return List.of();
        }
        List<SiteTask> tasks = new ArrayList<>();
        booking.occupying().forEach(date -> {
            DateTasks of = new DateTasks(booking, date, isAgreed, places(date, site, directory));
            booking.content().arrangements().layout().ifPresent(layout -> tasks.addAll(of.furnishing(layout)));
            booking.content()
                    .arrangements()
                    .services()
                    .forEach(order -> of.serving(order, directory).ifPresent(tasks::add));
        });
        return tasks;
    }

    /** A room of the site that a date has, and how long. */
    private record RoomPlace(Room room, Place place) {}

    private static List<RoomPlace> places(Occurrence date, Site site, Directory directory) {
        return date.places().stream()
                .flatMap(place -> directory.room(place.room()).stream()
                        .filter(room -> room.site().equals(site.id()))
                        .map(room -> new RoomPlace(room, place)))
                .toList();
    }

    private record DateTasks(Booking booking, Occurrence date, boolean isAgreed, List<RoomPlace> places) {

        private List<SiteTask> furnishing(String layout) {
            return places.stream()
                    .filter(each -> each.room().layouts().find(layout).isPresent())
                    .flatMap(each -> Stream.of(
                            task(
                                    TaskKind.SET_UP,
                                    each,
                                    each.place().occupied().start(),
                                    new ServiceOrder(layout, 1, "")),
                            task(TaskKind.CLEAN_UP, each, date.time().end(), new ServiceOrder(layout, 1, ""))))
                    .toList();
        }

        /** In the first room in which it is to be had. */
        private Optional<SiteTask> serving(ServiceOrder order, Directory directory) {
            Optional<ServiceOffer> offer = directory.service(order.service());
            return places.stream()
                    .filter(each -> offer.filter(known -> known.isOfferedIn(
                                    each.room().id().value(), each.room().site().value()))
                            .isPresent())
                    .findFirst()
                    .map(each -> task(TaskKind.SERVICE, each, date.time().start(), order));
        }

        private SiteTask task(TaskKind kind, RoomPlace where, Instant at, ServiceOrder order) {
            int people = booking.content().headcount();
            return new SiteTask(
                    kind,
                    at,
                    where.room().id(),
                    order.service(),
                    order.quantity(),
                    order.note(),
                    booking.id(),
                    date.recurrenceId(),
                    date.time(),
                    people == 0 ? Optional.empty() : Optional.of(people),
                    isAgreed);
        }
    }
}
