package org.passerelle.conformance.parser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.passerelle.calendar.read.SchedulingMessages;
import org.passerelle.calendar.read.Shapes;
import org.passerelle.conformance.DrawnCalendar;
import org.passerelle.conformance.Draws;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our own parser of content lines and ical4j's, over the same calendars and what happens to them. The figures of ADR 43 are what it
 * says with {@code -Dconformance.parsers=10000}.
 */
class ParserComparisonTests {

    private static final Logger LOG = LoggerFactory.getLogger(ParserComparisonTests.class);
    private static final long SEED = Long.getLong("conformance.seed", 20_261_130);
    private static final int SIZE = Integer.getInteger("conformance.parsers", 400);
    private static final int MOST_TOLD = 4;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Map<Mutation, Map<ComparedParser, ParserScore>> scores = new EnumMap<>(Mutation.class);
    private final Map<ComparedParser, ParserScore> all = new EnumMap<>(ComparedParser.class);

    /** Whatever happened to one event, all others are handed over as RFC 5545 and RFC 6868 read them. */
    @Test
    void oursReadsEveryEventThatNothingHappenedTo() {
        for (long number = SEED; number < SEED + SIZE; number++) {
            Draws draws = new Draws(number);
            Mutation mutation = Mutation.values()[(int) (number % Mutation.values().length)];
            MutatedCalendar calendar = MutatedCalendar.of(calendar(number, draws), mutation, draws);
            String text = SchedulingMessages.text(calendar.bytes(), calendar.declared());
            for (ComparedParser parser : ComparedParser.values()) {
                compare(parser, calendar, text);
            }
        }
        tell();

        scores.forEach((mutation, each) -> {
            ParserScore ours = each.get(ComparedParser.OURS);
            assertThat(ours.faults()).as("%s %s", mutation, ours.samples()).isZero();
        });
    }

    private static LogicalLines calendar(long number, Draws draws) {
        String shape = draws.oneOf(Shapes.ALL);
        return LogicalLines.of(
                draws.chance(20)
                        ? Shapes.text(shape)
                        : DrawnCalendar.of(number, DrawnCalendar.YEAR).text());
    }

    private void compare(ComparedParser parser, MutatedCalendar calendar, String text) {
        ParserScore score = scores.computeIfAbsent(calendar.mutation(), each -> new EnumMap<>(ComparedParser.class))
                .computeIfAbsent(parser, each -> new ParserScore());
        ParserScore sum = all.computeIfAbsent(parser, each -> new ParserScore());
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long begun = System.nanoTime();
        try {
            Optional<Supplier<List<ParsedEvent>>> read = parser.parse(text);
            long took = System.nanoTime() - begun;
            long bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
            for (ParserScore each : List.of(score, sum)) {
                each.measured(took, bytes, text.length());
                if (read.isEmpty()) {
                    each.refused();
                }
                each.compare(calendar, read.map(Supplier::get).orElse(List.of()));
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            for (ParserScore each : List.of(score, sum)) {
                each.measured(0, 0, 0);
                each.crashed(e);
                each.compare(calendar, List.of());
            }
        }
    }

    private void tell() {
        StringBuilder out = new StringBuilder();
        scores.forEach((mutation, parsers) -> parsers.forEach((parser, score) -> {
            out.append(score.told(mutation, parser)).append('\n');
            score.samples().stream()
                    .limit(MOST_TOLD)
                    .forEach(sample -> out.append("    ").append(sample).append('\n'));
        }));
        all.forEach((parser, score) -> out.append(score.told("ALL", parser)).append('\n'));
        LOG.info(
                "{} calendars from seed {}\n{}\n{}",
                SIZE,
                SEED,
                ParserScore.HEAD.formatted("what happened", "parser"),
                out);
    }

    /** A long calendar of which nothing is wrong: in how much time, and of how much memory. */
    @Test
    void readALongCalendarInMeasuredTime() {
        StringBuilder body = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        for (long number = SEED; body.length() < 1_000_000; number++) {
            LogicalLines calendar =
                    LogicalLines.of(DrawnCalendar.of(number, DrawnCalendar.YEAR).text());
            calendar.begins()
                    .forEach(begin -> calendar.lines()
                            .subList(begin, calendar.endOf(begin) + 1)
                            .forEach(line -> body.append(line).append("\r\n")));
        }
        String text = new String(
                Folding.octets(body.append("END:VCALENDAR\r\n").toString(), new Draws(SEED)), StandardCharsets.UTF_8);
        int rounds = SIZE < 10_000 ? 1 : 15;
        for (ComparedParser parser : ComparedParser.values()) {
            long best = Long.MAX_VALUE;
            long bytes = 0;
            int events = 0;
            for (int round = 0; round < rounds; round++) {
                long allocated = THREADS.getCurrentThreadAllocatedBytes();
                long begun = System.nanoTime();
                Optional<Supplier<List<ParsedEvent>>> read = parser.parse(text);
                best = Math.min(best, System.nanoTime() - begun);
                bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
                events = read.map(Supplier::get).orElse(List.of()).size();
            }
            LOG.info(
                    "{}: {} events of {} characters in {} ms at best of {}, {} MB allocated",
                    parser,
                    events,
                    text.length(),
                    best / 1_000_000,
                    rounds,
                    bytes / 1_000_000);
            assertThat(events).isPositive();
        }
    }
}
