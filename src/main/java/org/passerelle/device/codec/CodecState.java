package org.passerelle.device.codec;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.passerelle.directory.RoomId;

/**
 * How the codec of a room stands.
 *
 * @param told when it last took its meetings
 * @param failure the last one, even if it was well again afterwards
 * @param failuresInARow since it last took them
 */
public record CodecState(RoomId room, Optional<Instant> told, Optional<Failure> failure, int failuresInARow) {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 5;

    /** What went wrong when. */
    public record Failure(Instant at, CodecFailure why) {}

    /** Of a codec that was never tried. */
    public static CodecState unknown(RoomId room) {
        return new CodecState(room, Optional.empty(), Optional.empty(), 0);
    }

    public boolean isFailing() {
        return failuresInARow > 0;
    }

    /** When it is tried again of itself; empty while it is well. Each pause is twice the one before, at most a quarter of an hour. */
    public Optional<Instant> retryAt() {
        return failure.filter(last -> isFailing()).map(last -> last.at().plus(pause()));
    }

    private Duration pause() {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failuresInARow - 1, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    CodecState succeeded(Instant now) {
        return new CodecState(room, Optional.of(now), failure, 0);
    }

    CodecState failed(Instant now, CodecFailure why) {
        return new CodecState(room, told, Optional.of(new Failure(now, why)), failuresInARow + 1);
    }
}
