package org.passerelle.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OutsiderId;
import org.passerelle.booking.allocation.Collisions;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingIsStale;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.CalendarUid;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Identity;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Owner;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Status;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets what was agreed elsewhere occupy a room here. It has happened already, so no rule is asked; but it claims like
 * everything else, and where the room is taken it is told so and changes nothing.
 */
@Component
public class OccupyingRooms {

    private static final int MOST_TRIES = 10;

    private final Bookings bookings;
    private final Collisions collisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OccupyingRooms(Bookings bookings, Collisions collisions, ApplicationEventPublisher events, Clock clock) {
        this.bookings = bookings;
        this.collisions = collisions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Something that occupies a room once.
     *
     * @param id always the same for the same thing, so that it can be said again
     * @param zone in whose wall time it was agreed
     */
    public record Occupation(BookingId id, String title, Interval time, ZoneId zone) {}

    /**
     * Books {@code wanted}, or changes what was booked under its id, which has nothing but a title and a time. In the name
     * of the room itself: its managers may read and change it, others see that the room is taken.
     *
     * @return what is in the way; empty once the room is occupied
     */
    public List<Conflict> occupy(Room room, Occupation wanted) {
        Optional<Booking> before = Optional.empty(); // mostly there is none, and the store knows
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Booking booking = booking(room, wanted, before);
            Bookings.Write write = before.isEmpty() ? bookings.add(booking) : bookings.replace(booking);
            switch (write) {
                case WRITTEN -> {
                    if (before.isPresent()) {
                        tell(wanted.id(), BookingChanged.BookingChange.CHANGED);
                    }
                    return List.of();
                }
                case COLLIDES -> {
                    List<Conflict> conflicts =
                            collisions.with(booking.occurrences(), Set.of(), Optional.of(wanted.id()));
                    if (!conflicts.isEmpty()) {
                        return conflicts;
                    }
                }
                case TOO_LARGE -> throw new IllegalArgumentException("Lasts too long: " + wanted.time());
                case EXISTS, STALE -> before = bookings.find(wanted.id());
            }
        }
        return List.of(new Conflict(room.id(), wanted.time(), wanted.time().start()));
    }

    /**
     * As {@link #occupy} for all of {@code wanted} for which that is simple: nothing is booked under their ids, and nothing
     * is in their way. Far quicker than one by one.
     *
     * @return those for which it is not; nothing was done about them
     */
    public List<Occupation> occupyFree(Room room, List<Occupation> wanted) {
        List<Booking> drafts = wanted.stream()
                .map(each -> booking(room, each, Optional.empty()))
                .toList();
        List<Bookings.Write> writes = bookings.addAll(drafts);
        List<Occupation> left = new ArrayList<>();
        for (int i = 0; i < writes.size(); i++) {
            if (writes.get(i) != Bookings.Write.WRITTEN) {
                left.add(wanted.get(i));
            }
        }
        return left;
    }

    /** Gives the room up again. What has begun stays on record; nothing happens if there is no such booking. */
    public void giveUp(BookingId id) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Booking> before = bookings.find(id).filter(booking -> !booking.isVoid());
            if (before.isEmpty()) {
                return;
            }
            if (bookings.replace(before.get().cancelled(clock.instant())) == Bookings.Write.WRITTEN) {
                tell(id, BookingChanged.BookingChange.CANCELLED);
                return;
            }
        }
        throw new BookingIsStale(id, -1);
    }

    private void tell(BookingId id, BookingChanged.BookingChange kind) {
        events.publishEvent(new BookingChanged(id, kind));
    }

    private Booking booking(Room room, Occupation wanted, Optional<Booking> before) {
        Instant now = clock.instant();
        Interval time = wanted.time();
        Place place = Place.of(room, room.numbers(), time, time);
        Occurrence date = new Occurrence(time.start(), time, List.of(place), List.of(), OccurrenceState.PLANNED);
        return new Booking(
                before.map(Booking::identity).orElseGet(() -> new Identity(wanted.id(), CalendarUid.random(), "")),
                new Owner(new OutsiderId(new EmailAddress(room.profile().email())), Optional.empty()),
                new Content(wanted.title(), "", Visibility.ORGANISATION, 0, List.of(), Optional.empty()),
                new Schedule(
                        LocalDateTime.ofInstant(time.start(), wanted.zone()),
                        wanted.zone(),
                        time.length(),
                        Optional.empty(),
                        Set.of()),
                List.of(room.id()),
                new Booking.Dates(List.of(date), List.of(), false),
                before.map(booking -> booking.status()
                                .becoming(BookingState.CONFIRMED, now)
                                .rescheduled(now))
                        .orElseGet(() -> Status.fresh(BookingState.CONFIRMED, Optional.empty(), now)));
    }
}
