package org.passerelle.web.book;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.refusal.BookingDecision;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** The rooms to tick, by site, and whether each can be had at the time in the form; a guide, never the guard. */
@Component
class RoomChoices {

    /** How many they are is judged when they book. */
    private static final Content NOTHING =
            new Content("?", "", Visibility.ORGANISATION, 0, List.of(), Optional.empty());

    private final ReadingBookings reading;
    private final Directories directories;
    private final Clock clock;

    RoomChoices(ReadingBookings reading, Directories directories, Clock clock) {
        this.reading = reading;
        this.directories = directories;
        this.clock = clock;
    }

    /** Whether a room can be had; {@code UNKNOWN} as long as no time is chosen. */
    enum Standing {
        FREE,
        /** Free, and given away by a manager. */
        ON_REQUEST,
        TAKEN,
        CLOSED,
        PAST,
        TOO_SOON,
        TOO_FAR,
        /** Not for so short or so long a time. */
        LENGTH,
        /** Kept for others. */
        OTHERS,
        UNKNOWN;

        private static Standing of(ReasonCode refusal) {
            return switch (refusal) {
                case NOT_ALLOWED -> OTHERS;
                case IN_THE_PAST -> PAST;
                case TOO_SOON -> TOO_SOON;
                case TOO_FAR_AHEAD -> TOO_FAR;
                case TOO_SHORT, TOO_LONG -> LENGTH;
                default -> CLOSED;
            };
        }

        /** The name of its style. */
        String style() {
            return switch (this) {
                case FREE, ON_REQUEST -> "free";
                case TAKEN -> "taken";
                case UNKNOWN -> "unknown";
                default -> "closed";
            };
        }
    }

    /** One room to tick. */
    record RoomOption(Room room, Standing standing, boolean ticked) {

        public String style() {
            return standing.style();
        }
    }

    /** The rooms of one site. */
    record SiteChoices(Site site, List<RoomOption> choices) {

        public long ticked() {
            return choices.stream().filter(RoomOption::ticked).count();
        }

        public long free() {
            return choices.stream()
                    .filter(choice -> choice.style().equals("free"))
                    .count();
        }
    }

    /**
     * Who asks for when.
     *
     * @param own a booking whose rooms are to be had, because it is the one that changes
     */
    record AskedRooms(Person person, Optional<Schedule> time, Optional<BookingId> own) {}

    /**
     * The rooms of {@code first}, then those of every other site.
     *
     * @param ticked ids of rooms
     */
    List<SiteChoices> of(Site first, Collection<String> ticked, AskedRooms asked) {
        Directory directory = directories.current();
        Function<Room, Standing> standing = asked.time()
                .map(when -> standing(when.first(), directory, asked))
                .orElse(room -> Standing.UNKNOWN);
        return directory.sites().stream()
                .sorted(Comparator.comparing(site -> !site.equals(first)))
                .map(site -> new SiteChoices(
                        site,
                        directory.roomsAt(site.id()).stream()
                                .map(room -> new RoomOption(
                                        room,
                                        standing.apply(room),
                                        ticked.contains(room.id().value())))
                                .toList()))
                .toList();
    }

    private Function<Room, Standing> standing(Interval time, Directory directory, AskedRooms asked) {
        Interval wide = time.extendedBy(directory.longestBuffer(), directory.longestBuffer());
        List<Booking> bookings = reading.holding(directory.rooms(), wide).stream()
                .filter(booking -> asked.own().filter(booking.id()::equals).isEmpty())
                .toList();
        Instant now = clock.instant();
        return room -> {
            var date = new Proposal.Date(time.start(), time, List.of(room));
            BookingDecision decision =
                    BookingPolicy.decide(new Proposal(asked.person(), NOTHING, List.of(date), directory, now));
            if (decision instanceof BookingDecision.Refused refused) {
                return Standing.of(refused.reasons().get(0).code());
            }
            return isTaken(room, time, bookings)
                    ? Standing.TAKEN
                    : decision instanceof BookingDecision.NeedsApproval ? Standing.ON_REQUEST : Standing.FREE;
        };
    }

    private static boolean isTaken(Room room, Interval time, List<Booking> bookings) {
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
        return taken >= (room.isCountable() ? room.numbers().size() : 1);
    }
}
