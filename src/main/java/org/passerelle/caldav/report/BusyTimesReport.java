package org.passerelle.caldav.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.passerelle.caldav.calendar.CalendarObject;
import org.passerelle.caldav.calendar.EventBlock;
import org.passerelle.caldav.calendar.ObjectDate;
import org.passerelle.calendar.write.BookingCalendar;
import org.passerelle.calendar.write.ContentLine;
import org.passerelle.calendar.write.IcsWriter;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** When a calendar is busy, as a VFREEBUSY and no more than that (RFC 4791 section 7.10). */
@Component
class BusyTimesReport {

    private static final String BUSY = "BUSY";
    private static final String TENTATIVE = "BUSY-TENTATIVE";

    private final Clock clock;

    BusyTimesReport(Clock clock) {
        this.clock = clock;
    }

    byte[] write(Collection<CalendarObject> objects, Interval range) {
        List<Interval> busy = new ArrayList<>();
        List<Interval> tentative = new ArrayList<>();
        for (CalendarObject object : objects) {
            List<ObjectDate> dates = object.dates().stream()
                    .filter(date -> date.time().overlaps(range))
                    .toList();
            if (!dates.isEmpty()) {
                EventBlock event = EventBlock.of(object.text()).get(0);
                boolean isFree = event.words("TRANSP").equals("TRANSPARENT")
                        || event.words("STATUS").equals("CANCELLED");
                if (!isFree) {
                    List<Interval> times = event.words("STATUS").equals("TENTATIVE") ? tentative : busy;
                    dates.forEach(date -> times.add(cut(date.time(), range)));
                }
            }
        }
        IcsWriter out = new IcsWriter()
                .begin("VCALENDAR")
                .write(ContentLine.plain("VERSION", "2.0"))
                .write(ContentLine.text("PRODID", BookingCalendar.PRODUCT))
                .begin("VFREEBUSY")
                .write(ContentLine.utc("DTSTAMP", clock.instant()))
                .write(ContentLine.utc("DTSTART", range.start()))
                .write(ContentLine.utc("DTEND", range.end()));
        write(out, busy, BUSY);
        write(out, tentative, TENTATIVE);
        return out.end("VFREEBUSY").end("VCALENDAR").toBytes();
    }

    private static void write(IcsWriter out, List<Interval> times, String type) {
        for (Interval time : merged(times)) {
            String period = ContentLine.utc(time.start()) + "/" + ContentLine.utc(time.end());
            out.write(ContentLine.plain("FREEBUSY", period).with("FBTYPE", type));
        }
    }

    private static Interval cut(Interval time, Interval range) {
        return Interval.of(
                time.start().isBefore(range.start()) ? range.start() : time.start(),
                time.end().isAfter(range.end()) ? range.end() : time.end());
    }

    private static List<Interval> merged(List<Interval> times) {
        List<Interval> merged = new ArrayList<>();
        for (Interval time :
                times.stream().sorted(Comparator.comparing(Interval::start)).toList()) {
            Interval last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || last.end().isBefore(time.start())) {
                merged.add(time);
            } else if (time.end().isAfter(last.end())) {
                merged.set(merged.size() - 1, Interval.of(last.start(), time.end()));
            }
        }
        return merged;
    }
}
