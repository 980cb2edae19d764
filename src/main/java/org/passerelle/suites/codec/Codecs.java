package org.passerelle.suites.codec;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.Afterwards;
import org.passerelle.booking.Booking;
import org.passerelle.booking.BookingChanged;
import org.passerelle.booking.BookingId;
import org.passerelle.booking.Lookout;
import org.passerelle.booking.Occurrence;
import org.passerelle.booking.OwnThread;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.directory.Codec;
import org.passerelle.directory.Directories;
import org.passerelle.directory.DirectoryChanged;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.suites.secrets.CredentialChanged;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the codecs of the rooms told of their meetings: after a booking that concerns them is written and answered, and all
 * of them now and then, since one that was switched off has forgotten. On a thread of its own, for a codec may take its time
 * to say nothing. Nothing that goes wrong here touches a booking.
 */
@Component
public class Codecs extends OwnThread {

    private final Telling telling;
    private final CodecStates states;
    private final ReadingBookings bookings;
    private final Directories directories;
    private final Clock clock;
    private final Lookout<BookingId> changed = new Lookout<>(thread, this::spread);
    private final Lookout<RoomId> rooms = new Lookout<>(thread, this::look);
    private final Lookout<RoomId> urgent = new Lookout<>(thread, this::tellNow);

    Codecs(Telling telling, CodecStates states, ReadingBookings bookings, Directories directories, Clock clock) {
        super(new Afterwards("codecs"));
        this.telling = telling;
        this.states = states;
        this.bookings = bookings;
        this.directories = directories;
        this.clock = clock;
    }

    @EventListener
    void on(BookingChanged event) {
        changed.add(List.of(event.id()));
    }

    @EventListener
    void on(DirectoryChanged event) {
        lookAtAll();
    }

    /** A credential that was given anew ends the pause of those who failed for want of it. */
    @EventListener
    void on(CredentialChanged event) {
        urgent.add(withCodec(codec -> codec.credential().equals(event.name())));
    }

    /** Tells every codec of its meetings, but for those that are in a pause after a failure. */
    @EventListener(ApplicationReadyEvent.class)
    public void lookAtAll() {
        rooms.add(withCodec(codec -> true));
    }

    /** Tells the codec of {@code room} soon, unless it is in a pause. */
    public void lookAt(RoomId room) {
        rooms.add(List.of(room));
    }

    /** Tells the codec of {@code room} at once, pause or not; empty if it has none. May take as long as a codec may. */
    public Optional<CodecState> tellNow(RoomId room) {
        return room(room).map(telling::tell);
    }

    /** How the codec of {@code room} stands, or last stood if there is none any more. */
    public CodecState state(RoomId room) {
        return states.of(room);
    }

    private List<RoomId> withCodec(Predicate<Codec> wanted) {
        return directories.current().rooms().stream()
                .filter(room -> room.profile().endpoint().codec().filter(wanted).isPresent())
                .map(Room::id)
                .toList();
    }

    private Optional<Room> room(RoomId id) {
        return directories
                .current()
                .room(id)
                .filter(room -> room.profile().endpoint().codec().isPresent());
    }

    /** The rooms that the booking has, and those that were last told of it and it may have left. */
    private void spread(BookingId booking) {
        Stream<Integer> numbers = bookings.find(booking).stream()
                .flatMap(Booking::occupying)
                .map(Occurrence::places)
                .flatMap(Collection::stream)
                .flatMap(place -> place.numbers().stream());
        var held = numbers.collect(Collectors.toSet());
        Stream<RoomId> having = directories.current().rooms().stream()
                .filter(room -> room.numbers().stream().anyMatch(held::contains))
                .map(Room::id);
        Stream<RoomId> told = states.all().stream()
                .filter(state -> state.bookings().contains(booking.value()))
                .map(CodecState::room);
        rooms.add(Stream.concat(having, told)
                .filter(room -> room(room).isPresent())
                .distinct()
                .toList());
    }

    private void look(RoomId id) {
        Instant now = clock.instant();
        boolean waits =
                states.of(id).retryAt().filter(until -> until.isAfter(now)).isPresent();
        if (!waits) {
            room(id).ifPresent(telling::tell);
        }
    }
}
