package org.passerelle.mail.inbox;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Receives the mail that comes to some of our addresses. The inbox knows nobody else who acts upon mail: it stores what comes,
 * finds out who sent it, asks the receivers in turn, and hands over what they answer.
 */
public interface MailReceiver {

    /** Whether mail to {@code recipient}, an address in lower case, is taken here; what nobody takes is refused by the SMTP server. */
    boolean takes(String recipient);

    /**
     * Does what follows from a mail, and says how it ended. Called again with the same mail after an interruption, so doing it
     * twice must do no harm.
     *
     * @return empty for a mail that is none for this receiver: it goes to the next one that takes its recipient, or has no effect
     */
    Optional<Reception> receive(ReceivedMail mail);

    /**
     * Whether mail that is sent automatically is received as well: without a return path, from lists, or answering by itself (RFC
     * 3834 section 2, RFC 2919). Where it is not, only a manager lets such a mail pass.
     */
    boolean receivesAutomaticMail();

    /**
     * Whether it receives mail before it is known who sent it, and before the receivers to which that matters. Its calendars are not
     * read then, its sender counts for nothing, and how much of it there is bounds nobody.
     */
    default boolean precedesAuthentication() {
        return false;
    }

    /** Whether each event of a mail uses up as much of what its sender may send within an hour as a mail of its own would. */
    default boolean countsEvents() {
        return false;
    }

    /** The zone in which floating times (RFC 5545 section 3.3.5) in mail to {@code recipient} are read. */
    default ZoneId floatingTimeZone(String recipient) {
        return ZoneOffset.UTC;
    }
}
