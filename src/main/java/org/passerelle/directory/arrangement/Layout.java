package org.passerelle.directory.arrangement;

import java.time.Duration;
import java.util.Optional;

/**
 * A way to furnish a room for a meeting, such as {@code theatre}, {@code u-shape} or {@code board}.
 *
 * @param id the word by which it is asked for
 * @param name what people call it, where the directory says so; else {@code id} has words in each language, or is the name
 * @param seats how many people it seats; empty for as many as the room
 * @param setUp how long the room is held before the meeting to furnish it; empty for the room's own time before
 * @param cleanUp how long it is held after the meeting; empty for the room's own time after
 */
public record Layout(
        String id,
        Optional<String> name,
        Optional<Integer> seats,
        Optional<Duration> setUp,
        Optional<Duration> cleanUp) {

    /** @throws IllegalArgumentException if it seats nobody or takes less than no time */
    public Layout {
        if (seats.filter(each -> each < 1).isPresent()) {
            throw new IllegalArgumentException("A layout seats somebody");
        }
        if (setUp.filter(Duration::isNegative).isPresent()
                || cleanUp.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("To furnish a room takes no less than no time");
        }
    }

    /** Nothing said of a layout but its word. */
    public static Layout called(String id) {
        return new Layout(id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
