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
import org.passerelle.calendar.read.FileEvent;
import org.passerelle.calendar.read.FileEvents;
import org.passerelle.calendar.read.SchedulingMessage;
import org.passerelle.calendar.read.SchedulingMessages;
import org.passerelle.calendar.read.Shapes;

/** Reads as many calendars as its argument says in a process of its own, and ends well if nothing of them stays. */
final class ManyParses {

    /** So many messages are kept meanwhile, as a busy inbox might. */
    private static final int KEPT = 800;

    /** What is left behind grows with each of them; what is only loaded at first does not. */
    private static final int ROUNDS = 3;

    private final int parses;
    private final Deque<SchedulingMessage> kept = new ArrayDeque<>();

    private ManyParses(int parses) {
        this.parses = parses;
    }

    public static void main(String[] args) {
        new ManyParses(Integer.parseInt(args[0])).run();
    }

    private void run() {
        read(0, KEPT);
        Set<String> zones = Set.copyOf(ZoneId.getAvailableZoneIds());
        Set<String> provided = Set.copyOf(ZoneRulesProvider.getAvailableZoneIds());

        List<Long> growth = new ArrayList<>();
        long before = usedBytes();
        for (int round = 0; round < ROUNDS; round++) {
            read(part(round), part(round + 1));
            long after = usedBytes();
            growth.add(after - before);
            before = after;
        }

        assertThat(growth.stream().sorted().toList().get(ROUNDS / 2))
                .as("%s", growth)
                .isLessThan(mostGrowth());
        assertThat(ZoneId.getAvailableZoneIds()).isEqualTo(zones);
        assertThat(ZoneRulesProvider.getAvailableZoneIds()).isEqualTo(provided);
        assertThat(zones).noneMatch(zone -> zone.contains("Zone of"));
        assertThat(kept)
                .hasSize(KEPT)
                .allSatisfy(message -> assertThat(message.broken()).isEmpty());
    }

    /** Where a round begins. */
    private int part(int round) {
        return (int) (KEPT + (long) parses * round / ROUNDS);
    }

    /** After a round. Three hundred bytes left behind by each parse would be more. */
    private long mostGrowth() {
        return 200_000 + parses * 100L / ROUNDS;
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
