package org.passerelle.backup.transfer;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.OutsiderId;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Identity;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Owner;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.model.Status;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.springframework.stereotype.Component;

/**
 * Books what another installation has exported, each booking as it stood there: all of its dates and rooms, or nothing of it. It was
 * agreed there, so no rule is asked; but it claims like everything else, and where something is in the way it is told and not done. What
 * was imported before, or never left, is known by its UID.
 */
@Component
public class ImportBookings {

    private final Bookings bookings;
    private final Directories directories;
    private final Accounts accounts;
    private final Clock clock;

    ImportBookings(Bookings bookings, Directories directories, Accounts accounts, Clock clock) {
        this.bookings = bookings;
        this.directories = directories;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * What came of one line.
     *
     * @param refusal why it was not booked, in English; absent if it is booked now
     * @param isNew whether it was not before
     */
    public record ImportedLine(Optional<String> refusal, boolean isNew) {

        private static ImportedLine refused(String why, @Nullable Object... values) {
            return new ImportedLine(Optional.of(why.formatted(values)), false);
        }
    }

    /** Books one line of {@code bookings.jsonl}. */
    public ImportedLine add(String json) {
        BookingLine line;
        try {
            line = BookingLine.read(json);
        } catch (RuntimeException e) {
            return ImportedLine.refused("a line is no booking: %s", e.getMessage());
        }
        String what =
                "\"%s\" of %s".formatted(line.content().title(), line.schedule().start());
        if (line.state() != BookingState.CONFIRMED || line.dates().isEmpty()) {
            return ImportedLine.refused("%s is not confirmed, or has no dates", what);
        }
        Directory directory = directories.current();
        Set<RoomId> wanted =
                line.dates().stream().flatMap(date -> date.rooms().stream()).collect(Collectors.toSet());
        for (RoomId id : wanted) {
            Optional<Room> room = directory.room(id);
            if (room.isEmpty()) {
                return ImportedLine.refused("%s needs %s, which is not in the directory", what, id);
            }
            if (room.get().isCountable()) {
                return ImportedLine.refused("%s needs units of %s, which are not chosen by an import", what, id);
            }
        }
        return written(line, booking(line, directory), what);
    }

    private ImportedLine written(BookingLine line, Booking booking, String what) {
        return switch (bookings.add(booking)) {
            case WRITTEN -> new ImportedLine(Optional.empty(), true);
            case EXISTS ->
                bookings.find(booking.id())
                                .filter(other -> other.uid().equals(line.uid()))
                                .isPresent()
                        ? new ImportedLine(Optional.empty(), false)
                        : ImportedLine.refused("%s has the id of another booking here", what);
            case TOO_LARGE -> ImportedLine.refused("%s has more dates and rooms than a booking can have", what);
            case COLLIDES, STALE -> inTheWay(line, booking, what);
        };
    }

    /** It may be there under another id, as part of the series that it was split off. */
    private ImportedLine inTheWay(BookingLine line, Booking booking, String what) {
        List<Booking> others =
                bookings.holding(Arrays.stream(booking.claims()).boxed().toList());
        if (!others.isEmpty() && others.stream().allMatch(other -> other.uid().equals(line.uid()))) {
            return new ImportedLine(Optional.empty(), false);
        }
        return ImportedLine.refused("%s clashes with %d bookings here", what, others.size());
    }

    /** What was split off a series has a document of its own here, always the same. */
    private static BookingId id(BookingLine line) {
        return line.id().part() == 0 ? line.id() : BookingId.forName("import\n" + line.id());
    }

    private Booking booking(BookingLine line, Directory directory) {
        Instant now = clock.instant();
        List<Occurrence> dates = new ArrayList<>();
        for (BookingLine.Date date : line.dates()) {
            List<Place> places = date.rooms().stream()
                    .flatMap(id -> directory.room(id).stream())
                    .map(room -> Place.of(room, room.numbers(), date.time(), date.time()))
                    .toList();
            dates.add(new Occurrence(date.recurrenceId(), date.time(), places, List.of(), OccurrenceState.PLANNED));
        }
        return new Booking(
                new Identity(id(line), line.uid(), ""),
                accounts.person(line.organiser())
                        .map(Owner::of)
                        .orElseGet(() -> new Owner(new OutsiderId(line.organiser()), Optional.empty())),
                line.content(),
                line.schedule(),
                line.dates().get(0).rooms(),
                new Booking.Dates(dates, List.of(), false),
                Status.fresh(BookingState.CONFIRMED, Optional.empty(), now));
    }
}
