package org.passerelle.mail.inbox;

import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.calendar.read.SchedulingMessage;

/**
 * A mail that was received and stored, as its receiver gets it.
 *
 * @param id by which it is stored; the same however often it is looked at
 * @param calendars each by itself, for each has its own METHOD; none where it holds no calendar
 * @param reasons what the mail log says of it by now, of an earlier look at the same mail; none at the first
 * @param approver the manager who lets it pass; empty as it comes
 */
public record ReceivedMail(
        String id,
        SmtpEnvelope envelope,
        FromAddress from,
        ParsedMail message,
        List<SchedulingMessage> calendars,
        List<LoggedReason> reasons,
        Optional<Person> approver) {

    /**
     * From where to where it was handed over (RFC 5321 section 2.3.1).
     *
     * @param returnPath empty for a mail that must not be answered
     * @param recipient the one address of ours, in lower case
     */
    public record SmtpEnvelope(String returnPath, String recipient) {}

    /**
     * Who wrote it.
     *
     * @param address the one of its From header, in lower case; or an empty text
     * @param authenticated whether it certainly comes from there; a mail that does not must have no effect by itself
     */
    public record FromAddress(String address, boolean authenticated) {}

    public ReceivedMail {
        calendars = List.copyOf(calendars);
        reasons = List.copyOf(reasons);
    }

    /** The same mail, once it is known whether {@code author} sent it, and its calendars are read. */
    ReceivedMail read(FromAddress author, List<SchedulingMessage> contents) {
        return new ReceivedMail(id, envelope, author, message, contents, reasons, approver);
    }

    public String recipient() {
        return envelope.recipient();
    }

    /** Its Message-ID header, or an empty text. */
    public String messageId() {
        return message.first("message-id");
    }
}
