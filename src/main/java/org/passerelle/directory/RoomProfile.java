package org.passerelle.directory;

import java.util.List;

/**
 * What people read about a room before they choose it.
 *
 * @param capacity seats, or units of what is countable; at least 1
 * @param equipment what stands in the room, as words such as {@code screen} or {@code whiteboard}
 * @param email the room's own address, by which it can be invited
 * @param endpoint how the room enters a video conference
 * @param stepFree whether a wheelchair reaches it
 * @param mail how it answers invitations to {@code email}
 */
public record RoomProfile(
        String name,
        int capacity,
        List<String> equipment,
        String email,
        Endpoint endpoint,
        boolean stepFree,
        MailRules mail) {

    public RoomProfile {
        equipment = List.copyOf(equipment);
        if (capacity < 1) {
            throw new IllegalArgumentException("A room has at least one seat");
        }
    }

    /** A room that answers mail as rooms do where nothing else is said. */
    public RoomProfile(
            String name,
            int capacity,
            List<String> equipment,
            String email,
            List<String> joinMethods,
            boolean stepFree) {
        this(name, capacity, equipment, email, Endpoint.speaking(joinMethods), stepFree, MailRules.DEFAULT);
    }

    /** The same with other seats. */
    RoomProfile seating(int people) {
        return new RoomProfile(name, people, equipment, email, endpoint, stepFree, mail);
    }

    /** What it speaks in a video conference: {@code WEB, SIP, H323, PSTN}. */
    public List<String> joinMethods() {
        return endpoint.methods();
    }
}
