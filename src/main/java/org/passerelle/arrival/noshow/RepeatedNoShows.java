package org.passerelle.arrival.noshow;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.booking.model.Booking;
import org.passerelle.directory.ArrivalRules.NoShowLimits;
import org.passerelle.directory.ArrivalRules.RepeatNoShows;
import org.passerelle.directory.Directory;
import org.passerelle.directory.NoShowRegister;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteId;
import org.springframework.stereotype.Component;

/**
 * Who has not come so often that they must ask first, in memory. What this node counts is known at once; what another counts,
 * and that something is too long ago by now, within the hour. What was booked privately counts like all else.
 */
@Component
public class RepeatedNoShows implements NoShowRegister {

    private final NoShowDocuments documents;
    private final Clock clock;
    private volatile List<NoShow> counted;
    private volatile @Nullable Known known;

    RepeatedNoShows(NoShowDocuments documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
        this.counted = stored();
    }

    private record Known(Directory directory, RepeatNoShowsByRoom repeated) {}

    /** Where dates are counted, and for how long. */
    private record Place(SiteId site, NoShowLimits limits) {

        static Place of(Room room) {
            return new Place(room.site(), room.rules().arrival().noShows());
        }
    }

    @Override
    public RepeatNoShowsByRoom repeated(Directory directory) {
        Known current = known;
        return current != null && current.directory() == directory ? current.repeated() : applied(directory);
    }

    private synchronized RepeatNoShowsByRoom applied(Directory directory) {
        Map<RoomId, RepeatNoShows> rooms = rooms(directory);
        Known before = known;
        RepeatNoShowsByRoom repeated = before == null ? RepeatNoShowsByRoom.NOBODY : before.repeated();
        if (!repeated.rooms().equals(rooms)) {
            repeated = new RepeatNoShowsByRoom(repeated.version() + 1, rooms);
        }
        known = new Known(directory, repeated);
        return repeated;
    }

    private Map<RoomId, RepeatNoShows> rooms(Directory directory) {
        Map<Place, RepeatNoShows> places = new HashMap<>();
        Map<RoomId, RepeatNoShows> rooms = new HashMap<>();
        for (Room room : directory.rooms()) {
            Place place = Place.of(room);
            if (!place.limits().areNone()) {
                RepeatNoShows repeated = places.computeIfAbsent(
                        place, each -> missed(each, directory).repeated());
                if (!repeated.areNobody()) {
                    rooms.put(room.id(), repeated);
                }
            }
        }
        return rooms;
    }

    private MissedDates missed(Place place, Directory directory) {
        return MissedDates.at(place.site(), counted, place.limits(), directory, clock.instant());
    }

    /** Looks again at what is counted, and at what of it is too long ago. */
    synchronized void refresh() {
        counted = stored();
        Known current = known;
        if (current != null) {
            applied(current.directory());
        }
    }

    private List<NoShow> stored() {
        return documents.since(clock.instant().minus(NoShowLimits.LONGEST));
    }

    /** Why {@code booking} has to be asked for where others need not ask; empty if it need not for this reason. */
    public Optional<AskedBecause> why(Booking booking, Directory directory) {
        ActorId person = ActorId.of(booking.owner().organiser());
        return booking.occurrences().stream()
                .flatMap(date -> date.rooms().stream())
                .distinct()
                .flatMap(room -> directory.room(room).stream())
                .filter(room -> !room.rules().arrival().repeated().areNobody())
                .map(Place::of)
                .distinct()
                .flatMap(place ->
                        missed(place, directory).why(person, booking.owner().organisation()).stream())
                .findFirst();
    }
}
