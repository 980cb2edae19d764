package org.passerelle.web.book;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.passerelle.account.Person;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.springframework.stereotype.Component;

/** The rooms to tick, by site, and whether each can be had at the time in the form; a guide, never the guard. */
@Component
class RoomChoices {

    private final StandingSource source;
    private final Directories directories;

    RoomChoices(StandingSource source, Directories directories) {
        this.source = source;
        this.directories = directories;
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
        /** As much as one may have of it is used up. */
        QUOTA,
        UNKNOWN;

        static Standing of(ReasonCode refusal) {
            return switch (refusal) {
                case NOT_ALLOWED -> OTHERS;
                case IN_THE_PAST -> PAST;
                case TOO_SOON -> TOO_SOON;
                case TOO_FAR_AHEAD -> TOO_FAR;
                case TOO_SHORT, TOO_LONG -> LENGTH;
                case QUOTA_EXCEEDED -> QUOTA;
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

    /**
     * One room to tick.
     *
     * @param units how often it is asked for, where it is countable
     */
    record RoomOption(Room room, RoomStanding stands, boolean ticked, int units) {

        public Standing standing() {
            return stands.standing();
        }

        public String style() {
            return standing().style();
        }

        /** The units that nobody has, of what is countable. */
        public int left() {
            return stands.left();
        }

        /** Whether it is told how many are left, rather than that it is free. */
        public boolean isCounted() {
            return room.isCountable() && standing() == Standing.FREE;
        }

        public String unitsField() {
            return BookingForm.UNITS + room.id();
        }
    }

    /** @param left the units that nobody has */
    record RoomStanding(Standing standing, int left) {}

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
     * Who asks for when, and in which layout.
     *
     * @param own a booking whose rooms are to be had, because it is the one that changes
     */
    record AskedRooms(Person person, Optional<Schedule> time, Optional<BookingId> own, Optional<String> layout) {}

    /**
     * The rooms of {@code first}, then those of every other site.
     *
     * @param ticked ids of rooms, of what is countable as often as it is asked for
     */
    List<SiteChoices> of(Site first, Collection<String> ticked, AskedRooms asked) {
        Directory directory = directories.current();
        Optional<RoomStandings> standings =
                asked.time().map(when -> source.of(directory.rooms(), List.of(when.first()), when.recurs(), asked));
        BiFunction<Room, Integer, RoomStanding> standing = (room, units) -> standings
                .map(each -> each.at(asked.time().orElseThrow().first(), room, units))
                .orElse(new RoomStanding(Standing.UNKNOWN, 0));
        return directory.sites().stream()
                .sorted(Comparator.comparing(site -> !site.equals(first)))
                .map(site -> new SiteChoices(
                        site,
                        directory.roomsAt(site.id()).stream()
                                .map(room -> option(room, ticked, standing))
                                .toList()))
                .toList();
    }

    private static RoomOption option(
            Room room, Collection<String> ticked, BiFunction<Room, Integer, RoomStanding> standing) {
        int times = Collections.frequency(ticked, room.id().value());
        int units = room.isCountable() ? Math.max(1, times) : 1;
        return new RoomOption(room, standing.apply(room, units), times > 0, units);
    }
}
