package org.passerelle.calendar.closures;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.calendar.read.FileEvent;
import org.passerelle.calendar.read.FileEvents;
import org.passerelle.calendar.read.SchedulingMessage;
import org.passerelle.calendar.read.SchedulingMessages;
import org.passerelle.calendar.read.Shapes;

/**
 * Calendars that bring their own time zones, read one after another: nothing of them stays. As many as the goal names, 100,000,
 * are read in {@code -Pnightly}.
 */
class ManyParsesTests {

    private static final int PARSES = Integer.getInteger("parses", 3_000);

    /** So many messages are kept meanwhile, as a busy inbox might. */
    private static final int KEPT = 800;

    /** What is left behind grows with each of them; what other tests of this process keep does not. */
    private static final int ROUNDS = 3;

    /** After a round. Three hundred bytes left behind by each parse would be more. */
    private static final long MOST_GROWTH = 200_000 + PARSES * 100L / ROUNDS;

    private final Deque<SchedulingMessage> kept = new ArrayDeque<>();

    @Test
    void leaveNothingBehind() {
        read(0, KEPT);
        Set<String> zones = Set.copyOf(ZoneId.getAvailableZoneIds());
        Set<String> provided = Set.copyOf(ZoneRulesProvider.getAvailableZoneIds());

        List<Long> growth = new ArrayList<>();
        long before = usedBytes();
        for (int round = 0; round < ROUNDS; round++) {
            read(KEPT + PARSES * round / ROUNDS, KEPT + PARSES * (round + 1) / ROUNDS);
            long after = usedBytes();
            growth.add(after - before);
            before = after;
        }

        assertThat(growth.stream().sorted().toList().get(ROUNDS / 2))
                .as("%s", growth)
                .isLessThan(MOST_GROWTH);
        assertThat(ZoneId.getAvailableZoneIds()).isEqualTo(zones);
        assertThat(ZoneRulesProvider.getAvailableZoneIds()).isEqualTo(provided);
        assertThat(zones).noneMatch(zone -> zone.contains("Zone of"));
        assertThat(kept)
                .hasSize(KEPT)
                .allSatisfy(message -> assertThat(message.broken()).isEmpty());
    }

    private void read(int from, int to) {
        for (int i = from; i < to; i++) {
            String zone = "Zone of " + i;
            String shape = Shapes.text(i % 2 == 0 ? "outlook-series" : "thunderbird-cancel");
            kept.add(SchedulingMessages.read(withZone(shape, zone), Shapes.PARIS));
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
            String day = "BEGIN:VEVENT\nUID:" + i + "\nDTSTART;VALUE=DATE:20260714\nSUMMARY:Fête\nEND:VEVENT\n";
            String file = "BEGIN:VCALENDAR\n" + zoneOf(zone) + day + "END:VCALENDAR\n";
            assertThat(FileEvents.read(file, Shapes.PARIS))
                    .singleElement()
                    .satisfies(event -> assertThat(days(event)).isEqualTo(1));
        }
    }

    private static long days(FileEvent event) {
        try {
            WholeDays days = WholeDaysReader.read(event, "");
            return days.uid().isEmpty() ? 0 : 1;
        } catch (UnreadableEvent e) {
            throw new AssertionError(event.toString(), e);
        }
    }

    /** The calendar under another name of its zone, so that none is met twice. */
    private static String withZone(String shape, String name) {
        return shape.replaceAll("TZID[:=](?:\"[^\"]*\"|[^:;\r\n]+)", "TZID=" + name)
                .replaceAll("(?m)^TZID=", "TZID:");
    }

    private static String zoneOf(String name) {
        return "BEGIN:VTIMEZONE\nTZID:" + name + "\nBEGIN:STANDARD\nDTSTART:19701025T030000\nTZOFFSETFROM:+0200\n"
                + "TZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nBEGIN:DAYLIGHT\n"
                + "DTSTART:19700329T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n"
                + "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\nEND:VTIMEZONE\n";
    }

    /** What is in use once all that can go has gone; the least of a few looks. */
    private static long usedBytes() {
        return IntStream.range(0, 4)
                .mapToLong(look -> {
                    System.gc();
                    return ManagementFactory.getMemoryMXBean()
                            .getHeapMemoryUsage()
                            .getUsed();
                })
                .min()
                .orElseThrow();
    }
}
