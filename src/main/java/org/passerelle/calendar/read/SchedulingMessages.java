package org.passerelle.calendar.read;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.fault.CalendarFault;
import org.passerelle.calendar.fault.CalendarFaultCode;
import org.passerelle.calendar.read.SchedulingMessage.BrokenEvent;
import org.passerelle.platform.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads calendars that others wrote, hostile ones included: bounded in size, number and depth before anything in them is
 * understood, each event on its own. Whatever comes in, an answer comes out and no exception. Keeps nothing.
 */
public final class SchedulingMessages {

    private static final Logger LOG = LoggerFactory.getLogger(SchedulingMessages.class);

    /** The largest calendar that is read, in bytes or characters: 16 MiB. */
    public static final int LARGEST = 16 * 1024 * 1024;

    /** More events than this are set aside, as one broken event that says so. */
    public static final int MOST_EVENTS = 20_000;

    private static final int LONGEST_HEAD = 2_000;

    private SchedulingMessages() {}

    /**
     * @param declared the charset that a mail or an HTTP answer declares, which may be wrong; or an empty text
     * @param home the zone of whole days and of times without any zone, unless the calendar says X-WR-TIMEZONE
     */
    public static SchedulingMessage read(byte[] calendar, String declared, ZoneId home) {
        return calendar.length > LARGEST ? tooLarge() : read(CalendarText.decode(calendar, declared), home);
    }

    /** The characters of a calendar as it is read, whatever was declared. */
    public static String text(byte[] calendar, String declared) {
        return CalendarText.decode(calendar, declared);
    }

    /** Whether what should be a calendar is a page of the web, as a page to sign in on is. */
    public static boolean isWebPage(byte[] content, String declared) {
        byte[] head = Arrays.copyOf(content, Math.min(content.length, LONGEST_HEAD));
        String text = CalendarText.decode(head, declared).strip().toLowerCase(Locale.ROOT);
        return Stream.of("<!doctype html", "<html", "<head", "<body", "<?xml", "<!--", "<script", "<meta")
                .anyMatch(text::startsWith);
    }

    /** As {@link #read(byte[], String, ZoneId)}, of bytes of which nothing was declared. */
    public static SchedulingMessage read(byte[] calendar, ZoneId home) {
        return read(calendar, "", home);
    }

    /** As {@link #read(byte[], String, ZoneId)}, of text. */
    public static SchedulingMessage read(String calendar, ZoneId home) {
        if (calendar.length() > LARGEST) {
            return tooLarge();
        }
        try {
            List<Component> calendars = ComponentReader.read(calendar);
            return calendars.isEmpty()
                    ? SchedulingMessage.unreadable(CalendarFault.of(CalendarFaultCode.NO_CALENDAR))
                    : message(calendars, home);
        } catch (Unreadable e) {
            return SchedulingMessage.unreadable(e.fault());
        }
    }

    /**
     * As {@link #read(byte[], String, ZoneId)}, each VCALENDAR by itself: a mail may hold several, each with a METHOD of its
     * own.
     */
    public static List<SchedulingMessage> readEach(byte[] calendar, String declared, ZoneId home) {
        if (calendar.length > LARGEST) {
            return List.of(tooLarge());
        }
        try {
            List<Component> calendars = ComponentReader.read(CalendarText.decode(calendar, declared));
            return calendars.isEmpty()
                    ? List.of(SchedulingMessage.unreadable(CalendarFault.of(CalendarFaultCode.NO_CALENDAR)))
                    : calendars.stream()
                            .map(each -> message(List.of(each), home))
                            .toList();
        } catch (Unreadable e) {
            return List.of(SchedulingMessage.unreadable(e.fault()));
        }
    }

    private static SchedulingMessage tooLarge() {
        return SchedulingMessage.unreadable(CalendarFault.of(CalendarFaultCode.TOO_LARGE, LARGEST));
    }

    private static SchedulingMessage message(List<Component> calendars, ZoneId home) {
        List<CalendarEvent> events = new ArrayList<>();
        List<BrokenEvent> broken = new ArrayList<>();
        for (Component calendar : calendars) {
            EventReader reader = new EventReader(
                    new MomentReader(new MessageZones(calendar, home)), ItipMethod.parse(calendar.words("METHOD")));
            for (Component event : calendar.parts("VEVENT").toList()) {
                if (events.size() + broken.size() == MOST_EVENTS) {
                    broken.add(new BrokenEvent(
                            "", event.line(), CalendarFault.of(CalendarFaultCode.TOO_MANY_EVENTS, MOST_EVENTS)));
                    return message(calendars.get(0), events, broken);
                }
                read(reader, event, events, broken);
            }
        }
        return message(calendars.get(0), events, broken);
    }

    private static void read(
            EventReader reader, Component event, List<CalendarEvent> events, List<BrokenEvent> broken) {
        try {
            events.add(reader.read(event));
        } catch (Unreadable e) {
            setAside(reader, event, e.fault(), broken);
        } catch (DateTimeException | ArithmeticException e) {
            setAside(reader, event, CalendarFault.of(CalendarFaultCode.OUT_OF_RANGE), broken);
        } catch (RuntimeException e) {
            LOG.debug("An event of a calendar from outside cannot be read", e);
            setAside(reader, event, CalendarFault.of(CalendarFaultCode.UNFORESEEN), broken);
        }
    }

    private static void setAside(EventReader reader, Component event, CalendarFault fault, List<BrokenEvent> broken) {
        broken.add(new BrokenEvent(
                Text.line(EventReader.uid(event), EventReader.LONGEST_UID),
                event.line(),
                fault,
                answerable(reader, event)));
    }

    private static Optional<CalendarEvent> answerable(EventReader reader, Component event) {
        try {
            return Optional.of(reader.withoutTimes(event));
        } catch (Unreadable | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static SchedulingMessage message(Component calendar, List<CalendarEvent> events, List<BrokenEvent> broken) {
        Optional<ItipMethod> method = ItipMethod.parse(calendar.words("METHOD"));
        return new SchedulingMessage(method, calendar.words("PRODID"), events, broken);
    }
}
