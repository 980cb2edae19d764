package org.passerelle.mail;

import java.util.regex.Pattern;

/**
 * One mail for one mailbox.
 *
 * @param messageId with its angle brackets; the same for the same mail however often it is sent
 * @param sender the envelope's, which bounces go to; empty for a mail that must never be answered
 * @param recipient the envelope's one address
 * @param bytes the whole message (RFC 5322), lines ended by CRLF; not to be changed
 */
public record OutgoingMail(String messageId, String sender, String recipient, byte[] bytes) {

    private static final Pattern ID = Pattern.compile("<[A-Za-z0-9._+-]{1,100}@[A-Za-z0-9.-]{1,150}>");

    /** @throws IllegalArgumentException if an address or the id is none that SMTP can carry */
    public OutgoingMail {
        if (!ID.matcher(messageId).matches()) {
            throw new IllegalArgumentException("Not a Message-ID: " + messageId);
        }
        if (!sender.isEmpty() && !MailAddress.isPlain(sender)) {
            throw new IllegalArgumentException("Not a sender that can be written: " + sender);
        }
        if (!MailAddress.isPlain(recipient)) {
            throw new IllegalArgumentException("Not a recipient that can be written: " + recipient);
        }
    }
}
