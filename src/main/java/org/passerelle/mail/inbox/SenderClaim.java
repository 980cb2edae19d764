package org.passerelle.mail.inbox;

import java.util.Locale;
import java.util.Optional;

/**
 * Whose mail it is for the order in which mail is worked through, as far as that can be told at once and without asking
 * anybody. It gives no rights.
 *
 * @param group of senders that share a turn: a domain, where the sender is vouched for, else whoever handed the mail in
 * @param sender the address of the From header, or else of the envelope; or an empty text
 */
record SenderClaim(String group, String sender) {

    /**
     * @param peer who handed the mail in; an empty text if that is not known any more
     * @param trusted whether everybody who can hand mail in there is trusted
     * @param authserv by which name the mail server in front vouches
     */
    static SenderClaim of(byte[] raw, String returnPath, String peer, boolean trusted, Optional<String> authserv) {
        ParsedMail mail = ParsedMail.headerOf(raw);
        String from = Origin.sender(mail).orElseGet(() -> returnPath.toLowerCase(Locale.ROOT));
        boolean isVouchedFor = trusted
                || authserv.filter(id -> Origin.isVouchedFor(mail, from, id)).isPresent();
        return new SenderClaim(
                isVouchedFor ? "domain " + from.substring(from.lastIndexOf('@') + 1) : "peer " + peer, from);
    }

    /** Of a mail that waits since before the start. */
    static SenderClaim of(InboxMail mail) {
        String sender = mail.course().sender();
        return new SenderClaim("peer ", sender.isEmpty() ? mail.returnPath().toLowerCase(Locale.ROOT) : sender);
    }
}
