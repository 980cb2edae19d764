package org.passerelle.invitation;

import java.util.List;
import org.passerelle.calendar.message.SchedulingMessage;

/** Takes mail that comes to addresses of ours other than those of rooms. */
public interface MailReceiver {

    /** Whether mail to {@code recipient}, an address in lower case, is taken here; any other is refused at the door. */
    boolean takes(String recipient);

    /**
     * Does what follows from a mail. Called again with the same mail after an interruption, so doing it twice must do no
     * harm.
     *
     * @return what was done and why, for the mail log, in English; one line each
     */
    List<String> take(ReceivedMail mail);

    /**
     * A mail that was received and stored.
     *
     * @param id by which it is stored
     * @param messageId its Message-ID header, or an empty text
     * @param sender the address of its From header, in lower case
     * @param authenticated whether it certainly comes from there; a mail that does not must have no effect by itself
     * @param content its calendar; without events if it has none
     * @param raw the whole message; not to be changed
     */
    record ReceivedMail(
            String id,
            String messageId,
            String sender,
            String recipient,
            boolean authenticated,
            SchedulingMessage content,
            byte[] raw) {}
}
