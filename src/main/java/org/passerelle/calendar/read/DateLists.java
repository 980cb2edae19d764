package org.passerelle.calendar.read;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.calendar.fault.CalendarFaultCode;
import org.passerelle.calendar.zone.EventClock;

/** Reads the dates of an event that stand in lists: those that are added, and those that are left out. */
final class DateLists {

    private static final int MOST_DATES = 3_000;

    private final MomentReader moments;

    DateLists(MomentReader moments) {
        this.moments = moments;
    }

    /** EXDATE: of an event of whole days always days; of one with times of day a day means the date of that day. */
    List<EventMoment> excluded(Component event, EventTime time) throws Unreadable {
        List<EventMoment> found = new ArrayList<>();
        for (PropertyLine line : event.all("EXDATE").toList()) {
            for (String text : moments.values(line, MOST_DATES - found.size())) {
                if (!text.isBlank()) {
                    EventMoment moment = moments.read(
                            line, beforePeriod(text), time.recurring().clock());
                    found.add(
                            time.wholeDays() && !moment.wholeDay()
                                    ? time.at(WrittenDay.of(moment, time.zone()).atStartOfDay())
                                            .start()
                                    : moment);
                }
            }
        }
        return found;
    }

    private static String beforePeriod(String text) {
        int slash = text.indexOf('/');
        return slash > 0 ? text.substring(0, slash) : text;
    }

    /** RDATE: each as long as all others, whatever its zone, but for periods, which have an end of their own. */
    List<EventTime> added(Component event, EventTime time) throws Unreadable {
        List<EventTime> found = new ArrayList<>();
        for (PropertyLine line : event.all("RDATE").toList()) {
            for (String text : moments.values(line, MOST_DATES - found.size())) {
                if (!text.isBlank()) {
                    found.add(text.indexOf('/') > 0 ? period(line, text, time) : date(line, text, time));
                }
            }
        }
        return found;
    }

    private EventTime date(PropertyLine line, String text, EventTime time) throws Unreadable {
        EventMoment start = moments.read(line, text, time.recurring().clock());
        if (start.wholeDay()) {
            return time.at(
                    start.local().toLocalDate().atTime(time.recurring().start().toLocalTime()));
        }
        if (!time.wholeDays()) {
            return time.at(start);
        }
        LocalDateTime day = WrittenDay.of(start, time.zone()).atStartOfDay();
        boolean isMidnight = time.at(day).start().instant().equals(start.instant())
                || start.local().equals(day);
        return isMidnight
                ? time.at(day)
                : new RecurringTime(
                                start.local(),
                                EventClock.in(start.zone()),
                                time.recurring().length())
                        .at(start.local(), false);
    }

    /** The days of a length are counted on the clock that the period itself names, and in UTC all have 24 hours. */
    private EventTime period(PropertyLine line, String text, EventTime time) throws Unreadable {
        int slash = text.indexOf('/');
        EventClock clock = time.recurring().clock();
        EventMoment start = moments.read(line, text.substring(0, slash), clock);
        String end = text.substring(slash + 1).strip();
        if (end.startsWith("P") || end.startsWith("p") || end.startsWith("+")) {
            EventLength length = TimeText.length(end);
            EventClock own = moments.clock(line, text.substring(0, slash), clock);
            LocalDateTime local = own.local(start.instant());
            return new RecurringTime(local, own, length).at(local, false);
        }
        EventMoment until = moments.read(line, end, clock);
        if (until.instant().isBefore(start.instant())) {
            throw new Unreadable(CalendarFaultCode.PERIOD_ENDS_BEFORE_IT_STARTS);
        }
        return new EventTime(start, until.instant());
    }
}
