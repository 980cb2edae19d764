package org.passerelle.booking.busy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Place;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;

/** Sums up bookings to the times in which a room cannot be had, by sweeping over their starts and ends. */
public final class BusyTimes {

    /** How many numbers of the room are held, by firmness, from some instant on. */
    private record Load(int tentative, int firm) {

        Load plus(Load other) {
            return new Load(tentative + other.tentative, firm + other.firm);
        }
    }

    private BusyTimes() {}

    public static List<BusyTime> of(Room room, Interval window, List<Booking> bookings) {
        TreeMap<Instant, Load> changes = new TreeMap<>();
        for (Booking booking : bookings) {
            RequestedMoves.of(booking).forEach(request -> add(changes, request, room, window));
            add(changes, booking, room, window);
        }
        return swept(changes, room.isCountable() ? room.numbers().size() : 1, window);
    }

    private static void add(Map<Instant, Load> changes, Booking booking, Room room, Interval window) {
        boolean firm = BusyTime.of(booking.state()) == BusyTime.BusyKind.BUSY;
        booking.occupying()
                .flatMap(occurrence -> occurrence.places().stream())
                .filter(place -> place.occupied().overlaps(window))
                .forEach(place -> add(changes, place, room, firm));
    }

    private static void add(Map<Instant, Load> changes, Place place, Room room, boolean firm) {
        int held =
                (int) place.numbers().stream().filter(room.numbers()::contains).count();
        if (held > 0) {
            Load up = firm ? new Load(0, held) : new Load(held, 0);
            changes.merge(place.occupied().start(), up, Load::plus);
            changes.merge(place.occupied().end(), new Load(-up.tentative(), -up.firm()), Load::plus);
        }
    }

    private static List<BusyTime> swept(TreeMap<Instant, Load> changes, int full, Interval window) {
        List<BusyTime> busy = new ArrayList<>();
        Load load = new Load(0, 0);
        Instant since = window.start();
        for (Map.Entry<Instant, Load> change : changes.entrySet()) {
            append(busy, kind(load, full), since, change.getKey(), window);
            load = load.plus(change.getValue());
            since = change.getKey();
        }
        return busy;
    }

    private static Optional<BusyTime.BusyKind> kind(Load load, int full) {
        if (load.firm() >= full) {
            return Optional.of(BusyTime.BusyKind.BUSY);
        }
        return load.firm() + load.tentative() >= full ? Optional.of(BusyTime.BusyKind.TENTATIVE) : Optional.empty();
    }

    private static void append(
            List<BusyTime> busy, Optional<BusyTime.BusyKind> kind, Instant from, Instant to, Interval window) {
        Instant start = from.isBefore(window.start()) ? window.start() : from;
        Instant end = to.isAfter(window.end()) ? window.end() : to;
        if (kind.isEmpty() || !start.isBefore(end)) {
            return;
        }
        BusyTime last = busy.isEmpty() ? null : busy.get(busy.size() - 1);
        if (last != null && last.kind() == kind.get() && last.interval().end().equals(start)) {
            busy.set(busy.size() - 1, new BusyTime(Interval.of(last.interval().start(), end), kind.get()));
        } else {
            busy.add(new BusyTime(Interval.of(start, end), kind.get()));
        }
    }
}
