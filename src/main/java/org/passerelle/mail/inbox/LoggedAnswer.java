package org.passerelle.mail.inbox;

import java.util.Optional;
import org.passerelle.mail.Postbox.HandoverOutcome;

/**
 * An answer to a mail, as the mail log keeps it. It is stored as a text, {@code <id@host> kim@example.org TAKEN}, which is written
 * and read here and nowhere else; {@code UNWANTED} is another outcome.
 *
 * @param messageId with its brackets; empty if it is not known
 * @param recipient to whom it went
 * @param outcome what became of it
 */
public record LoggedAnswer(String messageId, String recipient, HandoverOutcome outcome) {

    /** Of a stored text; one of a form that no version has written is taken for who was answered. */
    public static LoggedAnswer parse(String stored) {
        String[] words = stored.split(" ");
        return words.length < 3
                ? new LoggedAnswer("", stored, HandoverOutcome.TAKEN)
                : new LoggedAnswer(words[0], words[1], outcome(words[2]).orElse(HandoverOutcome.TAKEN));
    }

    private static Optional<HandoverOutcome> outcome(String name) {
        for (HandoverOutcome each : HandoverOutcome.values()) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** As it is stored. */
    @Override
    public String toString() {
        return messageId.isEmpty() ? recipient : messageId + " " + recipient + " " + outcome;
    }
}
