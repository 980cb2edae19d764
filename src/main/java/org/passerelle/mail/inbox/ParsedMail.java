package org.passerelle.mail.inbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.passerelle.mail.dkim.RawMail;
import org.passerelle.platform.text.Text;

/**
 * What matters of a mail.
 *
 * @param headers those of the mail itself, in order; names in lower case
 * @param calendars the parts that hold invitations, in order, at most {@value #MOST_CALENDARS} and one more
 * @param isTnef whether it came as Outlook's winmail.dat instead
 * @param report what a server reports on a delivery (RFC 3464 section 2.1); or an empty text
 * @param text what it says to people
 * @param returned mail that it returns, or the header of that; or an empty text
 */
public record ParsedMail(
        List<Header> headers,
        List<CalendarBytes> calendars,
        boolean isTnef,
        String report,
        String text,
        String returned) {

    private static final int LONGEST_SUBJECT = 200;

    /** As it is written, in the encoded words of RFC 2047, which the library takes long over where there are many. */
    private static final int LONGEST_ENCODED_SUBJECT = 2_000;

    /** Parts of one mail that are read; nobody sends more. */
    static final int MOST_CALENDARS = 10;

    public record Header(String name, String value) {}

    /**
     * @param charset as declared; or an empty text
     * @param method as its Content-Type declares it (RFC 6047 section 2.4); or an empty text
     */
    public record CalendarBytes(byte[] bytes, String charset, String method) {

        private static final byte[] EVENT = "VEVENT".getBytes(StandardCharsets.US_ASCII);

        /** Whether it has no more than {@code most} events, as can be told without reading it. */
        boolean holdsAtMost(int most) {
            int names = 0;
            for (int i = 0; i + EVENT.length <= bytes.length; i++) {
                if ((bytes[i] == 'V' || bytes[i] == 'v') && isEvent(i) && ++names > 2 * most) {
                    return false;
                }
            }
            return true;
        }

        private boolean isEvent(int at) {
            for (int i = 0; i < EVENT.length; i++) {
                if ((bytes[at + i] & ~0x20) != EVENT[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    public ParsedMail {
        headers = List.copyOf(headers);
        calendars = List.copyOf(calendars);
    }

    /**
     * Only the header of {@code raw}, as those read it who sign mail or vouch for it; no header at all if it can be read in
     * more ways than one.
     */
    static ParsedMail headerOf(byte[] raw) {
        List<Header> headers = RawMail.of(raw).stream()
                .flatMap(mail -> mail.fields().stream())
                .map(field -> new Header(field.name(), field.value()))
                .toList();
        return new ParsedMail(headers, List.of(), false, "", "", "");
    }

    /** All values of the header {@code name}. */
    public List<String> all(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return headers.stream()
                .filter(header -> header.name().equals(wanted))
                .map(Header::value)
                .toList();
    }

    /** The first value of the header {@code name}, or an empty text. */
    public String first(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /** Its subject for people to read, on one line of at most {@value #LONGEST_SUBJECT} characters; or an empty text. */
    public String subject() {
        String written = first("subject");
        String some = Text.cut(written, LONGEST_ENCODED_SUBJECT);
        return Text.line(DecoderUtil.decodeEncodedWords(some, DecodeMonitor.SILENT), LONGEST_SUBJECT);
    }
}
