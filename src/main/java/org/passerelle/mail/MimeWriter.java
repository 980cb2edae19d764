package org.passerelle.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.StreamProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.passerelle.mail.MailDraft.CalendarPart;
import org.passerelle.mail.MailDraft.Mailbox;
import org.passerelle.platform.text.Text;

/**
 * Writes a mail in the structure that calendar programs know from each other: in a mixed whole first the alternatives,
 * plain text, HTML and last the calendar, then the same calendar once more as a file. Own code because the library draws
 * boundaries at random, and a mail that is sent again after a crash must be the same mail.
 */
public final class MimeWriter {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.US);
    private static final int LONGEST_LINE = 1_000;

    /** Found once: the library looks through every jar for it each time that it is asked to encode. */
    private static final StreamProvider STREAMS = StreamProvider.provider();

    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});

    private final MailDraft draft;
    private final String boundary;
    private final StringBuilder out = new StringBuilder(8192);

    MimeWriter(MailDraft draft) {
        this.draft = draft;
        // With characters that neither base64 nor quoted-printable text can hold in a row.
        this.boundary = "=_" + Integer.toHexString(draft.messageId().hashCode());
    }

    byte[] toBytes() {
        header("Message-ID", draft.messageId());
        header("Date", DATE.format(draft.date().atOffset(ZoneOffset.UTC)));
        header("From", written(draft.from()));
        header("To", written(draft.to()));
        header("Subject", encoded(draft.subject()));
        new TreeMap<>(draft.headers()).forEach((name, value) -> header(name, encoded(value)));
        header("MIME-Version", "1.0");
        body();
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void body() {
        List<CalendarPart> calendar = draft.body().calendar().stream().toList();
        if (calendar.isEmpty()) {
            alternatives(calendar);
            return;
        }
        multipart("mixed", "m");
        open("m");
        alternatives(calendar);
        calendar.forEach(part -> {
            open("m");
            header("Content-Type", "application/ics; name=\"invite.ics\"");
            header("Content-Disposition", "attachment; filename=\"invite.ics\"");
            base64(part.bytes());
        });
        close("m");
    }

    private void alternatives(List<CalendarPart> calendar) {
        if (draft.body().html().isEmpty() && calendar.isEmpty()) {
            text("plain", draft.body().text());
            return;
        }
        multipart("alternative", "a");
        open("a");
        text("plain", draft.body().text());
        draft.body().html().ifPresent(html -> {
            open("a");
            text("html", html);
        });
        calendar.forEach(part -> {
            open("a");
            header("Content-Type", "text/calendar; charset=UTF-8; method=" + part.method());
            base64(part.bytes());
        });
        close("a");
    }

    private void multipart(String kind, String level) {
        header("Content-Type", "multipart/" + kind + "; boundary=\"" + boundary + level + "\"");
        out.append("\r\n");
    }

    private void open(String level) {
        out.append("--").append(boundary).append(level).append("\r\n");
    }

    private void close(String level) {
        out.append("--").append(boundary).append(level).append("--\r\n");
    }

    private void text(String subtype, String text) {
        header("Content-Type", "text/" + subtype + "; charset=UTF-8");
        header("Content-Transfer-Encoding", "quoted-printable");
        out.append("\r\n").append(quotedPrintable(text)).append("\r\n");
    }

    private void base64(byte[] bytes) {
        header("Content-Transfer-Encoding", "base64");
        out.append("\r\n").append(BASE64.encodeToString(bytes)).append("\r\n");
    }

    /** No line break in {@code value} survives, whatever it holds, so that nobody adds a header of their own. */
    private void header(String name, String value) {
        String line = value.replaceAll("[\\r\\n]+\\s*", " ");
        out.append(name)
                .append(": ")
                .append(MimeUtility.fold(name.length() + 2, line))
                .append("\r\n");
    }

    /** As a header names it: in ASCII, its name in quotes or encoded where it must be. */
    public static String written(Mailbox mailbox) {
        try {
            InternetAddress address = new InternetAddress(mailbox.address(), true);
            if (!mailbox.name().isBlank()) {
                address.setPersonal(Text.line(mailbox.name(), LONGEST_LINE), "UTF-8");
            }
            return address.toString();
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalArgumentException("Not an address that can be written", e);
        }
    }

    private static String encoded(String value) {
        try {
            return MimeUtility.encodeText(Text.line(value, LONGEST_LINE), "UTF-8", null);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java platform has UTF-8", e);
        }
    }

    private static String quotedPrintable(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream encoder = STREAMS.outputQP(bytes)) {
            encoder.write(text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }
}
