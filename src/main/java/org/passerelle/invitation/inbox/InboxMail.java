package org.passerelle.invitation.inbox;

import java.time.Instant;
import java.util.List;

/**
 * A mail that came in, as the mail log tells it.
 *
 * @param recipient the address it came to
 * @param trusted whether it came through a door that only trusted senders reach
 * @param course how far it has got
 */
public record InboxMail(
        String id, Instant received, String returnPath, String recipient, boolean trusted, Course course) {

    /** How far a mail has got. */
    public enum State {
        /** Stored, and not looked at yet or not to the end. */
        RECEIVED,
        /** Acted upon. */
        DONE,
        /** Looked at, and of no consequence. */
        IGNORED,
        /** Waits for a manager. */
        KEPT,
        /** Given up after several attempts. */
        FAILED
    }

    /**
     * What is known of it.
     *
     * @param sender the address of its From header, or an empty text
     * @param grounds why it was dealt with like that: a code and its details, each
     * @param answers what was answered, a line each
     */
    public record Course(
            State state, int attempts, String sender, String subject, List<String> grounds, List<String> answers) {

        static final Course NEW = new Course(State.RECEIVED, 0, "", "", List.of(), List.of());

        public Course {
            grounds = List.copyOf(grounds);
            answers = List.copyOf(answers);
        }
    }
}
