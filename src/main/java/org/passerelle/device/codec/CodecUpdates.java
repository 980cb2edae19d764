package org.passerelle.device.codec;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.store.BookingWrite;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.device.credentials.CredentialChanged;
import org.passerelle.directory.Codec;
import org.passerelle.directory.Directories;
import org.passerelle.directory.DirectoryChanged;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.work.CoalescingQueue;
import org.passerelle.platform.work.OwnThread;
import org.passerelle.platform.work.SerialWorker;
import org.passerelle.platform.work.WorkQueue;
import org.passerelle.platform.work.WorkTimer;
import org.passerelle.time.Interval;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the codecs of the rooms told of their meetings: a moment after a booking that concerns them is written, and all of them
 * now and then, since one that was switched off has forgotten. On a thread of its own, for a codec may take its time to say
 * nothing. Nothing that goes wrong here touches a booking.
 */
@Component
public class CodecUpdates extends OwnThread implements Occupancy.Follower, WorkQueue {

    /** So long what else changes in a room is waited for, so that its codec is told once of many bookings. */
    private static final Duration GATHERING = Duration.ofSeconds(1);

    /** More than the time zones of the sites and the clock can make of the days that codecs are told of. */
    private static final Duration MARGIN = Duration.ofDays(2);

    private final UpdateCodec telling;
    private final CodecStates states;
    private final CodecRooms concerned;
    private final Directories directories;
    private final Clock clock;
    private final CoalescingQueue<RoomId> rooms = new CoalescingQueue<>(thread, this::look);
    private final CoalescingQueue<RoomId> urgent = new CoalescingQueue<>(thread, this::tellNow);
    private final CodecDebounce changed = new CodecDebounce(WorkTimer.delayed(GATHERING, Runnable::run), this::lookAt);

    CodecUpdates(
            UpdateCodec telling,
            CodecStates states,
            CodecRooms concerned,
            Directories directories,
            Occupancy occupancy,
            Clock clock) {
        super(new SerialWorker("codecs"));
        this.telling = telling;
        this.states = states;
        this.concerned = concerned;
        this.directories = directories;
        this.clock = clock;
        occupancy.follow(this);
    }

    /** Of what other nodes write they tell the codecs themselves. */
    @Override
    public void wrote(Holding holding) {}

    /** The rooms that the bookings have and those that they have left, if it is about the days that a codec is told of. */
    @Override
    public void wrote(Holding holding, BookingWrite write) {
        Instant now = clock.instant();
        Interval told =
                Interval.of(now.minus(MARGIN), now.plus(CodecMeetings.AHEAD).plus(MARGIN));
        write.changed()
                .flatMap(booking -> concerned.heldBy(booking, told).stream())
                .forEach(changed::add);
    }

    @Override
    public boolean knows(String root, long version) {
        return true;
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

    @Override
    public String queueName() {
        return "devices";
    }

    /** Codecs that are about to be told, and those that did not take what they were told; these wait since they last did. */
    @Override
    public Load load() {
        Set<RoomId> rooms = Set.copyOf(withCodec(codec -> true));
        List<CodecState> failing = states.failing().stream()
                .filter(state -> rooms.contains(state.room()))
                .toList();
        Instant now = clock.instant();
        Duration longest = failing.stream()
                .flatMap(state -> state.told().stream())
                .map(told -> Duration.between(told, now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return this.rooms.load().with(urgent.load()).with(new Load(failing.size(), longest));
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

    private void look(RoomId id) {
        room(id).ifPresent(telling::tellUnlessItWaits);
    }
}
