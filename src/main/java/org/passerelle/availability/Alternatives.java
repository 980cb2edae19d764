package org.passerelle.availability;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.availability.query.FoundRooms.NearMiss;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.availability.query.NearMissChange;
import org.passerelle.availability.search.OrderSearch;
import org.passerelle.availability.search.RoomTables;
import org.passerelle.availability.search.Surroundings;
import org.passerelle.booking.caps.OwnBooking;
import org.passerelle.booking.caps.QuotaGuide;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.policy.ConferenceEntry;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What somebody could book instead whose order was refused. */
@Component
public class Alternatives {

    private final Directories directories;
    private final FreeTimes free;
    private final ConferenceEntry entry;
    private final QuotaGuide quotas;
    private final Clock clock;
    private final RoomTables tables = new RoomTables();

    @Autowired
    public Alternatives(
            Directories directories, FreeTimes free, ConferenceEntry entry, QuotaGuide quotas, Clock clock) {
        this.directories = directories;
        this.free = free;
        this.entry = entry;
        this.quotas = quotas;
        this.clock = clock;
    }

    /** Of a network without quotas. */
    public Alternatives(Directories directories, FreeTimes free, ConferenceEntry entry, Clock clock) {
        this(directories, free, entry, QuotaGuide.NO_QUOTAS, clock);
    }

    /**
     * At most five orders that could be carried out now, on all dates ahead, the most welcome first: each names all rooms it
     * would have, those that take the place of a taken one first, and the time of its first date. Costs little, for many may be
     * refused at once.
     */
    public List<NearMiss> to(Person booker, BookingOrder order, List<Conflict> conflicts) {
        return to(booker, order, Optional.empty(), conflicts);
    }

    /**
     * The same for an order that somebody's booking is to become.
     *
     * @param own that booking; empty for a new one
     */
    public List<NearMiss> to(Person booker, BookingOrder order, Optional<OwnBooking> own, List<Conflict> conflicts) {
        return search(booker, order, own)
                .map(search -> search.instead(conflicts))
                .orElse(List.of());
    }

    /**
     * The same for an order that rules refuse: where there are too many people and nothing else is wrong, larger rooms; none for
     * any other reason.
     */
    public List<NearMiss> toRefused(Person booker, BookingOrder order, List<Reason> reasons) {
        return toRefused(booker, order, Optional.empty(), reasons);
    }

    /** The same for an order that {@code own} is to become, if that is not empty. */
    public List<NearMiss> toRefused(Person booker, BookingOrder order, Optional<OwnBooking> own, List<Reason> reasons) {
        boolean tooSmall =
                !reasons.isEmpty() && reasons.stream().allMatch(reason -> reason.code() == ReasonCode.OVER_CAPACITY);
        return tooSmall ? search(booker, order, own).map(OrderSearch::larger).orElse(List.of()) : List.of();
    }

    /**
     * What whoever is in the rooms of {@code rest} could do to stay on: leave them a little earlier than they wished, or go on next
     * door. Never in another town.
     *
     * @param rest for the time from when they have to leave until they wished to stay; a single date
     * @param conflicts with what comes after them
     */
    public List<NearMiss> toStayingOn(Person booker, BookingOrder rest, List<Conflict> conflicts) {
        List<NearMiss> found = new ArrayList<>();
        stayingShorter(rest, conflicts).ifPresent(found::add);
        search(booker, rest, Optional.empty())
                .map(search -> search.nextDoor(conflicts))
                .ifPresent(found::addAll);
        return List.copyOf(found);
    }

    /** Until the next need the rooms, less the time that is kept after a meeting. */
    private Optional<NearMiss> stayingShorter(BookingOrder rest, List<Conflict> conflicts) {
        List<Room> rooms = rest.rooms().stream()
                .flatMap(room -> directories.current().room(room).stream())
                .toList();
        Duration after = rooms.stream()
                .map(room -> room.rules().buffers().after())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        Interval wished = rest.schedule().first();
        return conflicts.stream()
                .map(conflict -> conflict.taken().start())
                .min(Comparator.naturalOrder())
                .map(next -> Slots.start(Slots.containing(next)).minus(after))
                .filter(end -> wished.contains(end) && end.isAfter(wished.start()))
                .map(end -> new NearMiss(
                        rooms,
                        Interval.of(wished.start(), end),
                        new NearMissChange.Shortened(Duration.between(end, wished.end()))));
    }

    private Optional<OrderSearch> search(Person booker, BookingOrder order, Optional<OwnBooking> own) {
        Directory directory = directories.current();
        return OrderSearch.of(
                booker,
                order,
                new Surroundings(
                        tables.of(directory, order.content().arrangements().layout()),
                        directory,
                        free,
                        entry,
                        quotas,
                        own,
                        clock.instant()));
    }
}
