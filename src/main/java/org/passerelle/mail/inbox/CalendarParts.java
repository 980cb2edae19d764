package org.passerelle.mail.inbox;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.fault.CalendarFault;
import org.passerelle.calendar.fault.CalendarFaultCode;
import org.passerelle.calendar.read.SchedulingMessage;
import org.passerelle.calendar.read.SchedulingMessages;

/** Reads the calendars of a mail (RFC 6047), each VCALENDAR of each part by itself. Pure. */
final class CalendarParts {

    /** A series has at most 750 dates; each of them may differ. */
    private static final int MOST_EVENTS = 1_000;

    private CalendarParts() {}

    /** @param zone in which floating times are read */
    static List<SchedulingMessage> read(ParsedMail parsed, ZoneId zone) {
        if (parsed.calendars().size() > ParsedMail.MOST_CALENDARS) {
            return List.of(SchedulingMessage.unreadable(
                    CalendarFault.of(CalendarFaultCode.TOO_MANY_CALENDARS, ParsedMail.MOST_CALENDARS)));
        }
        return parsed.calendars().stream()
                .flatMap(part -> part.holdsAtMost(MOST_EVENTS)
                        ? SchedulingMessages.readEach(part.bytes(), part.charset(), zone).stream()
                                .map(each -> declared(each, part.method()))
                        : Stream.of(SchedulingMessage.unreadable(
                                CalendarFault.of(CalendarFaultCode.TOO_MANY_EVENTS, MOST_EVENTS))))
                .toList();
    }

    /** What the mail declares counts where the calendar itself has no METHOD, which RFC 6047 section 2.4 wants to be the same. */
    private static SchedulingMessage declared(SchedulingMessage calendar, String method) {
        return calendar.method().isPresent()
                ? calendar
                : new SchedulingMessage(
                        ItipMethod.parse(method), calendar.product(), calendar.events(), calendar.broken());
    }
}
