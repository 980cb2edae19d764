package org.passerelle.webhook.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.busy.RequestedMoves;
import org.passerelle.booking.changelog.ChangeLog;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;

/** Some changes in the order of the log with the bookings as they are now, read once for however many webhooks look at them. */
final class ChangeBatch {

    private final List<ChangeLog.Entry> entries;
    private final Map<BookingId, Booking> bookings = new HashMap<>();
    private final Map<BookingId, List<ChangeLog.Entry>> changes;
    private final Map<Long, Set<Object>> keys = new HashMap<>();
    private final Directory directory;

    private ChangeBatch(List<ChangeLog.Entry> entries, Directory directory) {
        this.entries = entries;
        this.changes = entries.stream()
                .collect(Collectors.groupingBy(entry -> entry.change().booking()));
        this.directory = directory;
    }

    static ChangeBatch of(List<ChangeLog.Entry> entries, ReadingBookings reading, Directory directory) {
        ChangeBatch batch = new ChangeBatch(entries, directory);
        Set<String> roots =
                entries.stream().map(entry -> entry.change().booking().root()).collect(Collectors.toSet());
        reading.inDocuments(roots).forEach(booking -> batch.bookings.put(booking.id(), booking));
        return batch;
    }

    List<ChangeLog.Entry> entries() {
        return entries;
    }

    Directory directory() {
        return directory;
    }

    /** Of the last change. */
    long end() {
        return entries.get(entries.size() - 1).position();
    }

    Optional<Booking> booking(ChangeLog.Entry entry) {
        return Optional.ofNullable(bookings.get(entry.change().booking()));
    }

    /**
     * What the subjects of webhooks are found by, of a change and its booking: the numbers of its rooms, those of dates called off
     * and those that it has left since included, who made it, and for whom.
     */
    Set<Object> keys(ChangeLog.Entry entry, Booking booking) {
        return keys.computeIfAbsent(entry.position(), position -> {
            Set<Object> all = new HashSet<>();
            all.add(booking.owner().organiser());
            booking.owner().organisation().ifPresent(all::add);
            Stream<RoomId> has = RequestedMoves.with(booking)
                    .flatMap(each -> each.occurrences().stream())
                    .map(Occurrence::rooms)
                    .flatMap(Collection::stream);
            Stream.concat(Stream.concat(has, booking.rooms().stream()), hadSince(entry))
                    .distinct()
                    .flatMap(room -> directory.room(room).stream())
                    .map(Room::numbers)
                    .forEach(all::addAll);
            return all;
        });
    }

    private Stream<RoomId> hadSince(ChangeLog.Entry entry) {
        return changes.getOrDefault(entry.change().booking(), List.of()).stream()
                .filter(each -> each.position() >= entry.position())
                .flatMap(each -> each.change().dates().stream())
                .flatMap(date -> Stream.concat(date.before().stream(), date.after().stream()))
                .flatMap(date -> Stream.concat(
                        date.rooms().stream(), date.asked().stream().flatMap(place -> place.rooms().stream())));
    }
}
