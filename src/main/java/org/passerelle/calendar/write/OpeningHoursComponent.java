package org.passerelle.calendar.write;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.passerelle.time.WeeklyHours.MinuteRange;

/**
 * When a room is open, as VAVAILABILITY (RFC 7953): the hours of its week, and over them each closed day of its site as
 * time in which it cannot be had at all.
 */
public final class OpeningHoursComponent {

    /** The lesser number covers the greater (RFC 7953 section 3.2). */
    private static final String OF_CLOSURES = "1";

    private static final String OF_HOURS = "9";

    private OpeningHoursComponent() {}

    /** @param stamp when what it says is taken to have been written */
    public static byte[] write(Room room, Site site, Interval window, Instant stamp) {
        ZoneId zone = site.zone();
        LocalDate from = window.start().atZone(zone).toLocalDate();
        LocalDate to = window.end().atZone(zone).toLocalDate();
        IcsWriter out = new IcsWriter();
        begin(out, "hours@" + room.id(), stamp, OF_HOURS)
                .write(ContentLine.local("DTSTART", from.atStartOfDay(), zone))
                .write(ContentLine.local("DTEND", to.atStartOfDay(), zone));
        byRange(room).forEach((range, days) -> writeOpen(out, room, range, days, from, zone, stamp));
        out.end("VAVAILABILITY");
        for (Closure closure : site.closures()) {
            if (closure.firstDay().isBefore(to) && !closure.lastDay().isBefore(from) && closure.concerns(room.id())) {
                begin(out, name(closure) + "@" + room.id(), stamp, OF_CLOSURES)
                        .write(ContentLine.local("DTSTART", closure.from(), zone))
                        .write(ContentLine.local("DTEND", closure.to(), zone))
                        .write(ContentLine.text("SUMMARY", closure.reason()))
                        .end("VAVAILABILITY");
            }
        }
        return out.toBytes();
    }

    private static String name(Closure closure) {
        return closure.isOfWholeDays() ? closure.firstDay().toString() : closure.from() + "/" + closure.to();
    }

    private static IcsWriter begin(IcsWriter out, String uid, Instant stamp, String priority) {
        return out.begin("VAVAILABILITY")
                .write(ContentLine.text("UID", uid))
                .write(ContentLine.utc("DTSTAMP", stamp))
                .write(ContentLine.plain("BUSYTYPE", "BUSY-UNAVAILABLE"))
                .write(ContentLine.plain("PRIORITY", priority));
    }

    /** Days that have the same hours share a rule. */
    private static Map<MinuteRange, List<DayOfWeek>> byRange(Room room) {
        Map<MinuteRange, List<DayOfWeek>> days = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (MinuteRange range : room.rules().openingHours().on(day)) {
                days.computeIfAbsent(range, each -> new ArrayList<>()).add(day);
            }
        }
        return days;
    }

    private static void writeOpen(
            IcsWriter out,
            Room room,
            MinuteRange range,
            List<DayOfWeek> days,
            LocalDate from,
            ZoneId zone,
            Instant stamp) {
        LocalDate first = days.stream()
                .map(day -> from.with(TemporalAdjusters.nextOrSame(day)))
                .reduce(from.plusDays(7), (one, other) -> one.isBefore(other) ? one : other);
        LocalDateTime midnight = first.atStartOfDay();
        List<String> names =
                days.stream().map(day -> day.name().substring(0, 2)).toList();
        out.begin("AVAILABLE")
                .write(ContentLine.text("UID", range + "," + String.join(",", names) + "@" + room.id()))
                .write(ContentLine.utc("DTSTAMP", stamp))
                .write(ContentLine.local("DTSTART", midnight.plusMinutes(range.start()), zone))
                .write(ContentLine.local("DTEND", midnight.plusMinutes(range.end()), zone))
                .write(ContentLine.plain("RRULE", "FREQ=WEEKLY;BYDAY=" + String.join(",", names)))
                .end("AVAILABLE");
    }
}
