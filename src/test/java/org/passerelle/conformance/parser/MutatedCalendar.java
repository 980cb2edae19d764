package org.passerelle.conformance.parser;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.conformance.Draws;

/**
 * A calendar to which something has happened.
 *
 * @param declared charset of {@code bytes}, which may be a lie
 * @param whole events that must be read as they were written, whatever happened to others
 * @param damaged events of which a reader may save what it can
 */
record MutatedCalendar(
        Mutation mutation, byte[] bytes, String declared, List<ParsedEvent> whole, List<ParsedEvent> damaged) {

    private static final String CRLF = "\r\n";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static MutatedCalendar of(LogicalLines calendar, Mutation mutation, Draws draws) {
        List<ParsedEvent> events = calendar.events();
        List<Integer> begins = calendar.begins();
        int event = draws.between(0, begins.size() - 1);
        int begin = begins.get(event);
        int end = calendar.endOf(begin);
        int inside = draws.between(begin + 1, end);
        return switch (mutation) {
            case NONE -> harmless(mutation, calendar.joined(CRLF).getBytes(StandardCharsets.UTF_8), "utf-8", events);
            case LINE_ENDS ->
                harmless(
                        mutation,
                        calendar.joined(draws.oneOf("\n", "\r", "\r\n\r\n", "\n\n"))
                                .getBytes(StandardCharsets.UTF_8),
                        "utf-8",
                        events);
            case BYTE_ORDER_MARK ->
                harmless(
                        mutation,
                        ("\uFEFF" + calendar.joined(CRLF))
                                .getBytes(draws.oneOf(
                                        StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)),
                        "utf-8",
                        events);
            case CHARSET_LIE -> {
                boolean isUtf8 = draws.chance(50) || !WINDOWS.newEncoder().canEncode(calendar.joined(CRLF));
                yield harmless(
                        mutation,
                        calendar.joined(CRLF).getBytes(isUtf8 ? StandardCharsets.UTF_8 : WINDOWS),
                        isUtf8 ? "iso-8859-1" : "utf-8",
                        events);
            }
            case FOLDED_OCTETS -> harmless(mutation, Folding.octets(calendar.joined(CRLF), draws), "utf-8", events);
            case CARETS, QUOTED_COLON -> {
                LogicalLines more =
                        calendar.with(begin + 1, mutation.line(draws).orElseThrow());
                yield harmless(mutation, more.joined(CRLF).getBytes(StandardCharsets.UTF_8), "utf-8", more.events());
            }
            case TRUNCATED -> truncated(calendar, draws);
            case BITS_FLIPPED -> damaged(mutation, flipped(calendar, begin, end, draws), events, event);
            case HUGE_LINE ->
                damaged(
                        mutation,
                        calendar.with(
                                begin + 1, "X-BLOB;ENCODING=BASE64:" + "A".repeat(draws.between(70_000, 400_000))),
                        events,
                        event);
            case NESTED -> damaged(mutation, nested(calendar, inside, draws), events, event);
            case BEGIN_TWICE -> damaged(mutation, calendar.with(begin, "BEGIN:VEVENT"), events, event);
            case END_MISSING -> damaged(mutation, calendar.without(end), events, event);
            case NUL -> {
                StringBuilder line = new StringBuilder(calendar.lines().get(inside));
                line.insert(draws.between(0, line.length()), '\0');
                yield damaged(mutation, calendar.replaced(inside, line.toString()), events, event);
            }
            case NO_PROPERTY ->
                damaged(
                        mutation,
                        calendar.with(
                                inside,
                                draws.oneOf(
                                        "this is no property", ":", ";", "=", "X", "\"", "DTSTART", "X-A;B", "é:1")),
                        events,
                        event);
            case QUOTE_LEFT_OPEN ->
                damaged(
                        mutation,
                        calendar.with(inside, draws.oneOf("ATTENDEE;CN=\"Zoé:mailto:a@b.example", "X-A;B=\"c;D=e:f")),
                        events,
                        event);
        };
    }

    private static MutatedCalendar harmless(
            Mutation mutation, byte[] bytes, String declared, List<ParsedEvent> events) {
        return new MutatedCalendar(mutation, bytes, declared, events, List.of());
    }

    private static MutatedCalendar damaged(
            Mutation mutation, LogicalLines lines, List<ParsedEvent> events, int damaged) {
        List<ParsedEvent> others = new ArrayList<>(events);
        ParsedEvent one = others.remove(damaged);
        return new MutatedCalendar(
                mutation, lines.joined(CRLF).getBytes(StandardCharsets.UTF_8), "utf-8", others, List.of(one));
    }

    private static MutatedCalendar truncated(LogicalLines calendar, Draws draws) {
        String text = calendar.joined(CRLF);
        int cut = draws.between(20, text.length() - 1);
        int whole = 0;
        for (int end = text.indexOf("END:VEVENT");
                end >= 0 && end + 10 <= cut;
                end = text.indexOf("END:VEVENT", end + 1)) {
            whole++;
        }
        List<ParsedEvent> events = calendar.events();
        return new MutatedCalendar(
                Mutation.TRUNCATED,
                text.substring(0, cut).getBytes(StandardCharsets.UTF_8),
                "utf-8",
                events.subList(0, whole),
                List.of());
    }

    /** One to four bits, all in one event, of characters of ASCII. */
    private static LogicalLines flipped(LogicalLines calendar, int begin, int end, Draws draws) {
        LogicalLines flipped = calendar;
        for (int i = draws.between(1, 4); i > 0; i--) {
            int at = draws.between(begin, end);
            StringBuilder line = new StringBuilder(flipped.lines().get(at));
            int place = draws.between(0, line.length() - 1);
            if (line.charAt(place) < 0x80) {
                line.setCharAt(place, (char) (line.charAt(place) ^ 1 << draws.between(0, 6)));
            }
            flipped = flipped.replaced(at, line.toString());
        }
        return flipped;
    }

    private static LogicalLines nested(LogicalLines calendar, int at, Draws draws) {
        int deep = draws.oneOf(8, 100, 3_000);
        String begins = "BEGIN:X-DEEP\r\n".repeat(deep).strip();
        return calendar.with(
                at,
                draws.chance(50)
                        ? begins
                        : begins + CRLF + "END:X-DEEP\r\n".repeat(deep).strip());
    }
}
