package org.passerelle.conference;

/**
 * Who enters a conference.
 *
 * @param id tells them apart within the conference and is no address; letters, digits, colons and hyphens
 * @param name shown to the others, not blank
 */
public record ConferenceParticipant(String id, String name, ParticipantRole part) {

    /** What they may do there. */
    public enum ParticipantRole {
        /** Runs the conference: admits, mutes, ends. */
        HOST,
        /** A room with whoever sits in it; nobody has to admit it. */
        ROOM,
        /** Somebody with an account who is invited. */
        MEMBER,
        /** Anybody else who was given a link. */
        GUEST;

        public boolean isHost() {
            return this == HOST;
        }

        /** Whether they are let in although others wait to be admitted; a host must, or nobody could be. */
        public boolean skipsTheLobby() {
            return this == HOST || this == ROOM;
        }
    }

    public ConferenceParticipant {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Whoever enters has a name");
        }
    }
}
