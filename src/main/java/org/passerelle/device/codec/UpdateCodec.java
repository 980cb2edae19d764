package org.passerelle.device.codec;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.passerelle.device.RoomDates.RoomDate;
import org.passerelle.device.credentials.Credential;
import org.passerelle.device.credentials.Credentials;
import org.passerelle.directory.Codec;
import org.passerelle.directory.Endpoint;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.work.Fence;
import org.passerelle.platform.work.WorkFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells one codec of its meetings, once, and writes down how that went. */
@Component
class UpdateCodec {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateCodec.class);

    private final CodecMeetings meetings;
    private final CodecTexts texts;
    private final Credentials credentials;
    private final CodecClient door;
    private final CodecStates states;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<RoomId, Object> turns = new ConcurrentHashMap<>();

    UpdateCodec(
            CodecMeetings meetings,
            CodecTexts texts,
            Credentials credentials,
            CodecClient door,
            CodecStates states,
            ApplicationEventPublisher events,
            Clock clock) {
        this.meetings = meetings;
        this.texts = texts;
        this.credentials = credentials;
        this.door = door;
        this.states = states;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One at a time for each room, so that a list never takes the place of a later one.
     *
     * @param room which has a codec
     */
    CodecState tell(Room room) {
        synchronized (turn(room)) {
            return tellInTurn(room, states.of(room.id()));
        }
    }

    /** The same, but for a codec that is in a pause after a failure. */
    void tellUnlessItWaits(Room room) {
        synchronized (turn(room)) {
            CodecState before = states.of(room.id());
            if (before.retryAt().filter(clock.instant()::isBefore).isEmpty()) {
                tellInTurn(room, before);
            }
        }
    }

    private Object turn(Room room) {
        return turns.computeIfAbsent(room.id(), id -> new Object());
    }

    private CodecState tellInTurn(Room room, CodecState before) {
        Endpoint endpoint = room.profile().endpoint();
        Codec codec = endpoint.codec().orElseThrow(() -> new IllegalArgumentException(room.id() + " has no codec"));
        Optional<Credential> credential = credentials.find(codec.credential());
        if (credential.isEmpty()) {
            return uncalled(before);
        }
        AtomicReference<CodecState> told =
                new AtomicReference<>(before.failed(clock.instant(), CodecFailure.UNFORESEEN));
        Fence.around(() -> told.set(told(room, endpoint, before, list -> door.put(codec, credential.get(), list))))
                .ifPresent(failure -> report(room, before, failure));
        CodecState after = Objects.requireNonNull(told.get());
        states.save(after);
        report(before, after);
        after.retryAt().ifPresent(until -> events.publishEvent(new CodecPostponed(room.id(), until)));
        return after;
    }

    /** Has a codec told. */
    private interface Call {
        Optional<CodecFailure> put(byte[] list);
    }

    private CodecState told(Room room, Endpoint endpoint, CodecState before, Call call) {
        List<RoomDate> dates = meetings.of(room);
        byte[] list = BookingsXml.of(
                dates.stream().map(date -> meetings.told(date, endpoint)).toList(), texts.taken());
        return call.put(list)
                .map(why -> before.failed(clock.instant(), why))
                .orElseGet(() -> before.succeeded(clock.instant()));
    }

    /** In full the first time, for it comes back at every try. */
    private static void report(Room room, CodecState before, Throwable failure) {
        WorkFailures.note("devices");
        boolean known = before.isFailing()
                && before.failure()
                        .filter(last -> last.why() == CodecFailure.UNFORESEEN)
                        .isPresent();
        if (!known) {
            LOG.error("The codec of {} could not be told", room.id(), failure);
        }
    }

    /** Without a credential nobody is called, and nothing is written but that, once. */
    private CodecState uncalled(CodecState before) {
        boolean known = before.isFailing()
                && before.failure()
                        .filter(last -> last.why() == CodecFailure.NO_CREDENTIAL)
                        .isPresent();
        if (known) {
            return before;
        }
        CodecState after = before.failed(clock.instant(), CodecFailure.NO_CREDENTIAL);
        states.save(after);
        return after;
    }

    private static void report(CodecState before, CodecState after) {
        if (after.isFailing() && !before.isFailing()) {
            LOG.warn(
                    "The codec of {} does not take its meetings: {}",
                    after.room(),
                    after.failure().map(last -> last.why()));
        } else if (!after.isFailing() && before.isFailing()) {
            LOG.info("The codec of {} takes its meetings again", after.room());
        }
    }
}
