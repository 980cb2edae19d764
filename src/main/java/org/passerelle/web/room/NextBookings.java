package org.passerelle.web.room;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Place;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.i18n.RoomNames;
import org.passerelle.time.Interval;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** Who has a room next, as far as the reader may know. */
@Component
class NextBookings {

    private static final Duration LOOKED_AT = Duration.ofDays(14);
    private static final int MOST_SHOWN = 6;

    private final ReadingBookings reading;
    private final PageWords words;
    private final Clock clock;

    NextBookings(ReadingBookings reading, PageWords words, Clock clock) {
        this.reading = reading;
        this.words = words;
        this.clock = clock;
    }

    /**
     * One date.
     *
     * @param title of the booking, or that it is none of the reader's business
     * @param whole the room that was booked, where it is not this one but one that it is a part of or has as a part
     * @param link the booking, for whoever may open it
     * @param isFirm whether it is not waited for any more
     */
    record NextBooking(
            String day, String times, String title, Optional<String> whole, Optional<BookingId> link, boolean isFirm) {}

    /** The first of the coming fortnight, by start; what goes on now among them. */
    List<NextBooking> of(Room room, Site site, Person reader, Directory directory, Locale locale) {
        Instant now = clock.instant();
        Interval ahead = Interval.of(now, LOOKED_AT);
        return reading.holding(List.of(room), ahead).stream()
                .flatMap(booking -> dates(booking, room, ahead))
                .sorted(Comparator.comparing(each -> each.date.time().start()))
                .limit(MOST_SHOWN)
                .map(each -> line(each, room, site, new BookingAccess(reader, each.booking, directory), locale))
                .toList();
    }

    private record HeldRoomDate(Booking booking, Occurrence date, Place place) {}

    private static Stream<HeldRoomDate> dates(Booking booking, Room room, Interval ahead) {
        return booking.occupying()
                .filter(date -> date.time().overlaps(ahead))
                .flatMap(date -> date.places().stream()
                        .filter(place -> room.numbers().stream().anyMatch(place::holds))
                        .limit(1)
                        .map(place -> new HeldRoomDate(booking, date, place)));
    }

    private NextBooking line(HeldRoomDate held, Room room, Site site, BookingAccess access, Locale locale) {
        boolean mayRead = access.mayRead(BookingPart.CONTENT);
        ZoneId zone = site.zone();
        LocalDate day = held.date.time().start().atZone(zone).toLocalDate();
        return new NextBooking(
                PageWords.shortDay(day, locale),
                PageWords.times(held.date.time(), zone),
                mayRead ? held.booking.content().title() : words.text("day.busy", locale),
                Optional.of(held.place.room())
                        .filter(other -> !other.equals(room.id()))
                        .flatMap(access.directory()::room)
                        .map(other -> RoomNames.withSite(other, access.directory())),
                Optional.of(held.booking.id()).filter(any -> mayRead),
                held.booking.state() == BookingState.CONFIRMED);
    }
}
