package org.passerelle.reception;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Answers who meets at a site on a day, and what of it a reader may be told. */
@Component
public class SiteMeetings {

    private static final Comparator<SiteMeeting> BY_START = Comparator.comparing(
                    (SiteMeeting meeting) -> meeting.date().time().start())
            .thenComparing(meeting -> meeting.rooms().toString())
            .thenComparing(meeting -> meeting.booking().id().value());

    private final ReadingBookings reading;
    private final Directories directories;

    SiteMeetings(ReadingBookings reading, Directories directories) {
        this.reading = reading;
        this.directories = directories;
    }

    /**
     * A date of a confirmed booking.
     *
     * @param rooms those at the site alone
     * @param told what it is about and whose it is, where the reader may know
     */
    public record SiteMeeting(Booking booking, Occurrence date, List<RoomId> rooms, Optional<ToldMeeting> told) {

        public SiteMeeting {
            rooms = List.copyOf(rooms);
        }
    }

    /** @param people how many come; none if nobody said */
    public record ToldMeeting(String title, PersonId host, Optional<Integer> people) {

        private static ToldMeeting of(Booking booking) {
            int people = booking.content().headcount();
            return new ToldMeeting(
                    booking.content().title(),
                    booking.owner().organiser(),
                    people == 0 ? Optional.empty() : Optional.of(people));
        }
    }

    /** Those that lie in {@code day} on the clock of {@code site}, if only in part; by start. */
    public List<SiteMeeting> on(Person person, Site site, LocalDate day) {
        Interval window = Interval.ofDay(day, site.zone());
        Directory directory = directories.current();
        return reading.holding(directory.roomsAt(site.id()), window).stream()
                .filter(booking -> booking.state() == BookingState.CONFIRMED)
                .flatMap(booking -> dates(booking, person, window, site, directory))
                .sorted(BY_START)
                .toList();
    }

    /** Those that hold each of {@code rooms}, alone or as a part of a combined one; as {@link #on}. Rooms in which nobody meets are left out. */
    public Map<RoomId, List<SiteMeeting>> byRoom(Person person, Site site, List<Room> rooms, LocalDate day) {
        List<SiteMeeting> all = on(person, site, day);
        Map<RoomId, List<SiteMeeting>> byRoom = new HashMap<>();
        for (Room room : rooms) {
            List<SiteMeeting> there = all.stream()
                    .filter(meeting -> meeting.date().places().stream()
                            .anyMatch(place -> room.numbers().stream().anyMatch(place::holds)))
                    .toList();
            if (!there.isEmpty()) {
                byRoom.put(room.id(), there);
            }
        }
        return byRoom;
    }

    private static Stream<SiteMeeting> dates(
            Booking booking, Person person, Interval window, Site site, Directory directory) {
        Optional<ToldMeeting> told = new BookingAccess(person, booking, directory).mayRead(BookingPart.CONTENT)
                ? Optional.of(ToldMeeting.of(booking))
                : Optional.empty();
        return booking.occupying()
                .filter(date -> date.time().overlaps(window))
                .map(date -> new SiteMeeting(booking, date, roomsAt(site, date, directory), told))
                .filter(meeting -> !meeting.rooms().isEmpty());
    }

    static List<RoomId> roomsAt(Site site, Occurrence date, Directory directory) {
        return date.rooms().stream()
                .filter(room -> directory
                        .room(room)
                        .map(Room::site)
                        .filter(site.id()::equals)
                        .isPresent())
                .toList();
    }
}
