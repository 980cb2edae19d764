package org.passerelle.directory.file;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.passerelle.time.DayPart;
import org.passerelle.time.HalfDays;
import org.passerelle.time.HalfDays.LocalRange;
import org.passerelle.time.WeeklyHours;

/**
 * Judges the half-days that a site names: each can be booked in one of its rooms on some day of the week, and the page shows
 * all of it. Those that it leaves as they are everywhere are not judged, nor is a site of which no room ever opens.
 */
final class HalfDayHours {

    static final String KEY = "halfDays";

    private HalfDayHours() {}

    /** @param rooms the opening hours of each room of the site */
    static void check(FileFields site, HalfDays halfDays, List<WeeklyHours> rooms) {
        if (rooms.stream().allMatch(WeeklyHours.NEVER::equals)) {
            return;
        }
        site.section(KEY).ifPresent(written -> {
            for (DayPart part : DayPart.values()) {
                String key = key(part);
                if (written.has(key)) {
                    check(written, key, halfDays.of(part), rooms);
                }
            }
        });
    }

    private static void check(FileFields written, String key, LocalRange range, List<WeeklyHours> rooms) {
        boolean isWhole = range.start().truncatedTo(ChronoUnit.MINUTES).equals(range.start())
                && range.end().truncatedTo(ChronoUnit.MINUTES).equals(range.end());
        if (!isWhole) {
            written.fault(key, "no-whole-minutes", key, range.start() + "-" + range.end());
        } else if (rooms.stream().noneMatch(hours -> hours.encloseOnSomeDay(range))) {
            written.fault(key, "outside-all-hours", key, range.start() + "-" + range.end());
        }
    }

    private static String key(DayPart part) {
        return switch (part) {
            case MORNING -> "morning";
            case AFTERNOON -> "afternoon";
            case DAY -> "day";
        };
    }
}
