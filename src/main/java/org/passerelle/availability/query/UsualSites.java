package org.passerelle.availability.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.passerelle.account.PersonId;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteId;
import org.springframework.stereotype.Component;

/** Where people met last: at the site of the last room that they booked for a date of the last three months, or of those ahead. */
@Component
public class UsualSites {

    private static final Duration BACK = Duration.ofDays(90);
    private static final int MOST_REMEMBERED = 10_000;

    /** What somebody has booked since counts after so long. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final ReadingBookings bookings;
    private final Directories directories;
    private final Clock clock;
    private final Cache<PersonId, Optional<SiteId>> remembered = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();

    UsualSites(ReadingBookings bookings, Directories directories, Clock clock) {
        this.bookings = bookings;
        this.directories = directories;
        this.clock = clock;
    }

    /** Empty for somebody who has booked no room in that time. */
    public Optional<SiteId> of(PersonId person) {
        return remembered.get(person, this::last);
    }

    private Optional<SiteId> last(PersonId person) {
        Instant since = clock.instant().minus(BACK);
        return bookings.madeBy(person, since).stream()
                .max(Comparator.comparing(booking -> booking.status().created()))
                .flatMap(UsualSites::firstRoom)
                .flatMap(directories.current()::room)
                .map(Room::site);
    }

    private static Optional<RoomId> firstRoom(Booking booking) {
        return booking.occupying()
                .findFirst()
                .map(Occurrence::rooms)
                .flatMap(rooms -> rooms.stream().findFirst());
    }
}
