package org.passerelle.booking.arrangement;

import java.util.Optional;

/**
 * How the rooms of a booking are to be furnished.
 *
 * @param layout the word of a layout, for each of its rooms that can be furnished in some way; empty to leave them as they are
 */
public record Arrangements(Optional<String> layout) {

    /** Rooms as they are, and nothing else. */
    public static final Arrangements NONE = new Arrangements(Optional.empty());

    /** In {@code word}, or as the rooms are if it is empty. */
    public Arrangements in(Optional<String> word) {
        return new Arrangements(word);
    }
}
