package org.passerelle.conformance.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a parser has made of the calendars of one kind. */
final class ParserScore {

    static final String HEAD =
            "| %-16s | %-22s | calendars | right | wrong | lost | saved of damaged | refused whole | crashed | ms/MB | allocated MB/MB |";

    private int calendars;
    private int right;
    private int wrong;
    private int lost;
    private int damaged;
    private int saved;
    private int refused;
    private int crashed;
    private long nanos;
    private long allocated;
    private long read;
    private final List<String> samples = new ArrayList<>();

    void measured(long took, long bytes, int characters) {
        calendars++;
        nanos += took;
        allocated += bytes;
        read += characters;
    }

    void refused() {
        refused++;
    }

    void crashed(Throwable by) {
        crashed++;
        samples.add("crashed by " + by);
    }

    /** Events that must be whole, and those of which what is left is a gift. */
    void compare(MutatedCalendar calendar, List<ParsedEvent> events) {
        for (ParsedEvent expected : calendar.whole()) {
            if (events.contains(expected)) {
                right++;
            } else {
                ParsedEvent other = events.stream()
                        .filter(event -> event.key().equals(expected.key()))
                        .findFirst()
                        .orElse(null);
                wrong += other == null ? 0 : 1;
                lost += other == null ? 1 : 0;
                samples.add(other == null ? "lost " + expected.key() : ParsedEvent.difference(expected, other));
            }
        }
        damaged += calendar.damaged().size();
        saved += (int) calendar.damaged().stream().filter(events::contains).count();
    }

    int faults() {
        return wrong + lost + refused + crashed;
    }

    List<String> samples() {
        return samples;
    }

    String told(Object kind, Object parser) {
        double megabytes = Math.max(1, read) / 1e6;
        return String.format(
                Locale.ROOT,
                "| %-16s | %-22s | %d | %d | %d | %d | %d of %d | %d | %d | %.1f | %.1f |",
                kind,
                parser,
                calendars,
                right,
                wrong,
                lost,
                saved,
                damaged,
                refused,
                crashed,
                nanos / 1e6 / megabytes,
                allocated / 1e6 / megabytes);
    }
}
