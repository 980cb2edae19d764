package org.passerelle.web.book;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.passerelle.booking.Booking;
import org.passerelle.booking.BookingId;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.Schedule;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** The rooms to tick, by site, and whether each can be had at the time in the form; a guide, never the guard. */
@Component
class RoomChoices {

    private final ReadingBookings reading;
    private final Directories directories;

    RoomChoices(ReadingBookings reading, Directories directories) {
        this.reading = reading;
        this.directories = directories;
    }

    /** Whether a room can be had; {@code UNKNOWN} as long as no time is chosen. */
    enum Standing {
        FREE,
        TAKEN,
        CLOSED,
        UNKNOWN
    }

    /** One room to tick. */
    record Choice(Room room, Standing standing, boolean ticked) {}

    /** The rooms of one site. */
    record SiteChoices(Site site, List<Choice> choices) {

        public long ticked() {
            return choices.stream().filter(Choice::ticked).count();
        }

        public long free() {
            return choices.stream()
                    .filter(choice -> choice.standing() == Standing.FREE)
                    .count();
        }
    }

    /**
     * The rooms of {@code first}, then those of every other site.
     *
     * @param own a booking whose rooms are to be had, because it is the one that changes
     */
    List<SiteChoices> of(Site first, Collection<String> ticked, Optional<Schedule> time, Optional<BookingId> own) {
        Directory directory = directories.current();
        Function<Room, Standing> standing =
                time.map(when -> standing(when.first(), directory, own)).orElse(room -> Standing.UNKNOWN);
        return directory.sites().stream()
                .sorted(Comparator.comparing(site -> !site.equals(first)))
                .map(site -> new SiteChoices(
                        site,
                        directory.roomsAt(site.id()).stream()
                                .map(room -> new Choice(
                                        room,
                                        standing.apply(room),
                                        ticked.contains(room.id().value())))
                                .toList()))
                .toList();
    }

    private Function<Room, Standing> standing(Interval time, Directory directory, Optional<BookingId> own) {
        Interval wide = time.extendedBy(directory.longestBuffer(), directory.longestBuffer());
        List<Booking> bookings = reading.holding(directory.rooms(), wide).stream()
                .filter(booking -> own.filter(booking.id()::equals).isEmpty())
                .toList();
        return room -> standing(room, time, bookings, directory.siteOf(room));
    }

    private static Standing standing(Room room, Interval time, List<Booking> bookings, Site site) {
        boolean open = room.rules().openingHours().enclose(time, site.zone())
                && site.closures().stream()
                        .noneMatch(closed ->
                                closed.covers(time.start().atZone(site.zone()).toLocalDate()));
        if (!open) {
            return Standing.CLOSED;
        }
        Interval needed = time.extendedBy(
                room.rules().buffers().before(), room.rules().buffers().after());
        long taken = bookings.stream()
                .flatMap(Booking::occupying)
                .flatMap(date -> date.places().stream())
                .filter(place -> place.claimed().overlaps(needed))
                .flatMap(place -> place.numbers().stream())
                .filter(room.numbers()::contains)
                .distinct()
                .count();
        long limit = room.isCountable() ? room.numbers().size() : 1;
        return taken >= limit ? Standing.TAKEN : Standing.FREE;
    }
}
