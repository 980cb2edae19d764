package org.passerelle.mail;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A mail before it is bytes. The same draft makes the same bytes.
 *
 * @param messageId with its angle brackets
 * @param headers more of them, such as {@code Auto-Submitted}; names are ours, values may come from anywhere
 */
public record MailDraft(
        String messageId,
        Mailbox from,
        Mailbox to,
        String subject,
        Instant date,
        MailBody body,
        Map<String, String> headers) {

    /** @param name may be empty; whatever it holds, it stays a name */
    public record Mailbox(String name, String address) {}

    /** The same said in several ways. */
    public record MailBody(String text, Optional<String> html, Optional<CalendarPart> calendar) {}

    /**
     * An iCalendar object for programs (RFC 6047 section 2.4).
     *
     * @param method the METHOD in it, such as {@code REQUEST}
     * @param bytes not to be changed
     */
    public record CalendarPart(String method, byte[] bytes) {}

    public MailDraft {
        headers = Map.copyOf(headers);
    }

    /**
     * The mail, whose bounces go to {@code sender}; empty for one that must not be answered.
     *
     * @throws IllegalArgumentException if an address is none that SMTP can carry
     */
    public OutgoingMail under(String sender) {
        return new OutgoingMail(messageId, sender, to.address(), new MimeWriter(this).toBytes());
    }
}
