package org.passerelle.device.sip;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.passerelle.device.RoomDates;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SipAddress;
import org.passerelle.platform.work.CoalescingQueue;
import org.passerelle.platform.work.Fence;
import org.passerelle.platform.work.OwnThread;
import org.passerelle.platform.work.SerialWorker;
import org.passerelle.platform.work.WorkFailures;
import org.passerelle.time.Interval;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the devices of rooms whether they answer: some minutes before a conference, while there is time to switch one on, and
 * whenever somebody who looks after them wants to know. Only at addresses that the directory names.
 */
@Component
public class LineChecks extends OwnThread {

    private static final Logger LOG = LoggerFactory.getLogger(LineChecks.class);

    /** How long before a conference its devices are asked; who asks must come round more often than that. */
    public static final Duration AHEAD = Duration.ofMinutes(15);

    private final SipProbe probe;
    private final LineStates states;
    private final RoomDates dates;
    private final Directories directories;
    private final Clock clock;
    private final CoalescingQueue<RoomId> lookout = new CoalescingQueue<>(thread, this::ask);

    LineChecks(SipProbe probe, LineStates states, RoomDates dates, Directories directories, Clock clock) {
        super(new SerialWorker("lines"));
        this.probe = probe;
        this.states = states;
        this.dates = dates;
        this.directories = directories;
        this.clock = clock;
    }

    /** Has each device asked soon that a conference begins at within {@link #AHEAD}, unless it was asked for that. */
    public void askAhead() {
        Instant now = clock.instant();
        List<Room> rooms = directories.current().rooms().stream()
                .filter(room -> address(room).isPresent())
                .toList();
        lookout.add(dates.meetingIn(rooms, Interval.of(now, now.plus(AHEAD))).stream()
                .filter(room -> states.of(room)
                        .filter(last -> last.isGood() && last.asked().isAfter(now.minus(AHEAD)))
                        .isEmpty())
                .toList());
    }

    /** Has the devices of {@code rooms} asked soon; those that have no address by SIP are passed over. */
    public void askSoon(Collection<RoomId> rooms) {
        Directory directory = directories.current();
        lookout.add(rooms.stream()
                .distinct()
                .filter(room ->
                        directory.room(room).flatMap(LineChecks::address).isPresent())
                .toList());
    }

    /** Asks at once and waits for the answer some seconds; empty if the room has no address by SIP. */
    public Optional<LineState> askNow(RoomId room) {
        return directories.current().room(room).flatMap(LineChecks::address).map(address -> ask(room, address));
    }

    /** What was last found out; empty if the room was never asked. */
    public Optional<LineState> state(RoomId room) {
        return states.of(room);
    }

    private void ask(RoomId room) {
        askNow(room);
    }

    private LineState ask(RoomId room, SipAddress address) {
        AtomicReference<SipProbe.SipAnswer> found = new AtomicReference<>(SipProbe.SipAnswer.none(LineVerdict.GARBAGE));
        Fence.around(() -> found.set(probe.ask(address))).ifPresent(failure -> {
            WorkFailures.note("devices");
            LOG.warn("What {} answers cannot be understood: {}", room, failure.toString());
        });
        SipProbe.SipAnswer answer = Objects.requireNonNull(found.get());
        Instant now = clock.instant();
        Optional<Instant> answered = answer.verdict() == LineVerdict.ANSWERS
                ? Optional.of(now)
                : states.of(room).flatMap(LineState::answered);
        LineState state = new LineState(room, now, answer.verdict(), answer.status(), answered);
        states.save(state);
        return state;
    }

    private static Optional<SipAddress> address(Room room) {
        return room.profile().endpoint().addresses().sip();
    }
}
