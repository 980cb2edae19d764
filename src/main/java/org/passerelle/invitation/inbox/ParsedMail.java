package org.passerelle.invitation.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What matters of a mail.
 *
 * @param headers those of the mail itself, in order; names in lower case
 * @param calendar the part that holds the invitation
 * @param isTnef whether it came as Outlook's winmail.dat instead
 * @param report what a server reports on a delivery (RFC 3464 section 2.1); or an empty text
 */
record ParsedMail(List<Header> headers, Optional<CalendarBytes> calendar, boolean isTnef, String report) {

    record Header(String name, String value) {}

    /** @param charset as declared; or an empty text */
    record CalendarBytes(byte[] bytes, String charset) {}

    ParsedMail {
        headers = List.copyOf(headers);
    }

    /** All values of the header {@code name}. */
    List<String> all(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return headers.stream()
                .filter(header -> header.name().equals(wanted))
                .map(Header::value)
                .toList();
    }

    /** The first value of the header, or an empty text. */
    String first(String name) {
        return all(name).stream().findFirst().orElse("");
    }
}
