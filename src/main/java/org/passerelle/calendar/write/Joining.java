package org.passerelle.calendar.write;

import org.passerelle.account.EmailAddress;
import org.passerelle.directory.RoomId;

/**
 * Who joins a conference by a link. A link tells whoever opens it apart from the others, so each gets their own.
 *
 * @param name the id of the room or the address of the person; empty for everybody
 */
public record Joining(JoiningKind kind, String name) {

    /** What is told apart. */
    public enum JoiningKind {
        /** Whoever reads it; they come as a guest. */
        EVERYBODY,
        ROOM,
        PERSON
    }

    /** Names them in one word, for instance {@code PERSON:kim@example.org}. */
    public String key() {
        return kind + ":" + name;
    }

    public static Joining everybody() {
        return new Joining(JoiningKind.EVERYBODY, "");
    }

    public static Joining room(RoomId room) {
        return new Joining(JoiningKind.ROOM, room.value());
    }

    public static Joining person(EmailAddress person) {
        return new Joining(JoiningKind.PERSON, person.value());
    }
}
