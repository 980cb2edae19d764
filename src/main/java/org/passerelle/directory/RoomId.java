package org.passerelle.directory;

/** The public name of a room, such as {@code melun-seine}. Lower-case letters, digits and single hyphens, at most 64. */
public record RoomId(String value) implements Comparable<RoomId> {

    /** @throws IllegalArgumentException if {@code value} is not of that form */
    public RoomId {
        Slug.require(value);
    }

    @Override
    public int compareTo(RoomId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
