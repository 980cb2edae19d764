package org.passerelle.mail.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.passerelle.mail.inbox.ParsedMail.CalendarBytes;
import org.passerelle.mail.inbox.ParsedMail.Header;

/**
 * Takes a mail apart, one token after the other and without building a tree, so that neither depth nor number of parts
 * costs anything. Mails that are inside of others are passed over: a forwarded invitation is none.
 */
final class MailParser {

    private static final int MOST_HEADERS = 1_000;
    private static final int MOST_TOKENS = 20_000;
    private static final int DEEPEST = 20;
    private static final int LONGEST_HEADER = 10_000;
    private static final int LONGEST_REPORT = 64 * 1024;
    private static final MimeConfig TOLERANT = MimeConfig.custom()
            .setMaxHeaderCount(MOST_HEADERS)
            .setMaxHeaderLen(LONGEST_HEADER)
            .setMaxLineLen(-1)
            .setMaxContentLen(-1)
            .setMalformedHeaderStartsBody(false)
            .build();

    private static final Pattern METHOD = Pattern.compile("(?i);\\s*method\\s*=\\s*\"?([a-z]{1,20})");

    private final List<Header> headers = new ArrayList<>();
    private final List<CalendarBytes> calendars = new ArrayList<>();
    private final List<CalendarBytes> attached = new ArrayList<>();
    private String report = "";
    private String text = "";
    private String returned = "";
    private boolean isTnef;
    private boolean isNamedAsCalendar;
    private String method = "";

    private MailParser() {}

    /** What can be read of {@code raw}; of a broken mail, what stands before it breaks. */
    static ParsedMail parse(byte[] raw) {
        MailParser parser = new MailParser();
        try {
            parser.read(raw);
        } catch (IOException | MimeException | RuntimeException e) {
            // On broken mail the library throws whatever its parts throw; what was read before that counts.
            return parser.result();
        }
        return parser.result();
    }

    private ParsedMail result() {
        return new ParsedMail(headers, calendars.isEmpty() ? attached : calendars, isTnef, report, text, returned);
    }

    private void read(byte[] raw) throws IOException, MimeException {
        MimeTokenStream stream = new MimeTokenStream(TOLERANT);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(new ByteArrayInputStream(raw));
        int depth = 0;
        boolean inOwnHeader = true;
        for (int tokens = 0; tokens < MOST_TOKENS && depth <= DEEPEST; tokens++) {
            EntityState state = stream.getState();
            switch (state) {
                case T_END_OF_STREAM -> {
                    return;
                }
                case T_FIELD -> addHeader(stream, inOwnHeader);
                case T_END_HEADER -> inOwnHeader = false;
                case T_START_HEADER -> {
                    isNamedAsCalendar = false;
                    method = "";
                }
                case T_START_MULTIPART -> depth++;
                case T_END_MULTIPART -> depth--;
                case T_BODY -> body(stream);
                default -> {}
            }
            stream.next();
        }
    }

    private void addHeader(MimeTokenStream stream, boolean own) {
        Field field = stream.getField();
        String name = field.getName().toLowerCase(Locale.ROOT);
        String value = String.valueOf(field.getBody())
                .replaceAll("[\\r\\n]+[ \\t]*", " ")
                .strip();
        if (own && headers.size() < MOST_HEADERS) {
            headers.add(new Header(name, value));
        }
        if (name.equals("content-type") || name.equals("content-disposition")) {
            String lower = value.toLowerCase(Locale.ROOT);
            isTnef |= lower.contains("application/ms-tnef") || lower.contains("winmail.dat");
            isNamedAsCalendar |= lower.contains(".ics");
        }
        Matcher declared = METHOD.matcher(value);
        if (name.equals("content-type") && declared.find()) {
            method = declared.group(1);
        }
    }

    /** What is text/calendar counts; an attachment only where there is none, and then the first, for all hold the same. */
    private void body(MimeTokenStream stream) throws IOException {
        BodyDescriptor body = stream.getBodyDescriptor();
        String type = String.valueOf(body.getMimeType()).toLowerCase(Locale.ROOT);
        if (type.equals("message/delivery-status") && report.isEmpty()) {
            report = words(stream);
            return;
        }
        if ((type.equals("message/rfc822") || type.equals("text/rfc822-headers")) && returned.isEmpty()) {
            returned = words(stream);
            return;
        }
        if ((type.equals("text/plain") || type.equals("text/html") && text.isEmpty()) && !isNamedAsCalendar) {
            text += text.length() < LONGEST_REPORT ? words(stream) : "";
            return;
        }
        boolean isText = type.equals("text/calendar");
        boolean isAttached = type.equals("application/ics") || type.equals("text/x-vcalendar") || isNamedAsCalendar;
        boolean isTaken = isText ? calendars.size() <= ParsedMail.MOST_CALENDARS : isAttached && attached.isEmpty();
        if (!isTaken) {
            return;
        }
        try (InputStream in = stream.getDecodedInputStream()) {
            byte[] bytes = in.readNBytes(Inbox.LARGEST);
            (isText ? calendars : attached).add(new CalendarBytes(bytes, charset(body), method));
        }
    }

    private static String words(MimeTokenStream stream) throws IOException {
        try (InputStream in = stream.getDecodedInputStream()) {
            return new String(in.readNBytes(LONGEST_REPORT), StandardCharsets.UTF_8);
        }
    }

    private static String charset(BodyDescriptor body) {
        String charset = body.getCharset();
        return charset == null ? "" : charset;
    }
}
