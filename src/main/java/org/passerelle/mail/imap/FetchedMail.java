package org.passerelle.mail.imap;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.mail.dkim.RawMail;

/**
 * A mail from a mailbox, where its envelope is gone: whom it came to and who sent it is read from what servers and senders
 * wrote into its header.
 *
 * @param returnPath empty for a mail that must not be answered
 * @param recipients every address that it names, in lower case
 */
record FetchedMail(String returnPath, List<String> recipients) {

    private static final int MOST_RECIPIENTS = 100;
    private static final List<String> RECIPIENTS = List.of(
            "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-delivered-to", "to", "cc", "resent-to");

    static FetchedMail of(byte[] raw) {
        Optional<RawMail> mail = RawMail.of(raw);
        List<String> recipients = RECIPIENTS.stream()
                .flatMap(name -> mail.stream().flatMap(each -> each.all(name).stream()))
                .flatMap(field -> addresses(field.value()))
                .distinct()
                .limit(MOST_RECIPIENTS)
                .toList();
        Optional<String> path = mail.flatMap(
                        each -> each.all("return-path").stream().findFirst())
                .map(RawMail.Field::value);
        // Where the server does not write it down, whoever wrote the mail stands in; an answer goes to them anyway.
        String from = mail.stream()
                .flatMap(each -> each.all("from").stream())
                .flatMap(field -> addresses(field.value()))
                .findFirst()
                .orElse("");
        return new FetchedMail(
                path.map(value -> addresses(value).findFirst().orElse("")).orElse(from), recipients);
    }

    private static Stream<String> addresses(String value) {
        try {
            return Stream.of(InternetAddress.parseHeader(value, false))
                    .map(address -> String.valueOf(address.getAddress()).toLowerCase(Locale.ROOT))
                    .filter(address -> address.contains("@"));
        } catch (AddressException e) {
            return Stream.empty();
        }
    }
}
