package org.passerelle.calendar.read;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.passerelle.calendar.fault.CalendarFaultCode;
import org.passerelle.calendar.zone.EventClock;

/** Reads the times of one calendar with its zones. */
final class MomentReader {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2500;
    private static final EventClock UTC = EventClock.in(ZoneId.of("Etc/UTC"));

    /** Of all lists of one calendar together. */
    private static final int MOST_LISTED = 100_000;

    private final MessageZones zones;
    private int listed;

    MomentReader(MessageZones zones) {
        this.zones = zones;
    }

    MessageZones zones() {
        return zones;
    }

    /** @throws Unreadable if it is no time, or its zone is not known: it is never taken for a time without zone */
    EventMoment read(PropertyLine property) throws Unreadable {
        return read(property, property.value(), zones.local());
    }

    /**
     * As {@link #read(PropertyLine)}, of one of the values of {@code property}.
     *
     * @param floating the clock of times that name no zone; many programs name it only with the start
     */
    EventMoment read(PropertyLine property, String text, EventClock floating) throws Unreadable {
        LocalDateTime local = local(property, text);
        if (TimeText.isDay(text)) {
            EventClock clock = zones.local();
            return new EventMoment(local, clock.zone(), clock.startOf(local.toLocalDate()), true);
        }
        EventClock clock = clock(property, text, local, floating);
        return clock == UTC
                ? new EventMoment(local, UTC.zone(), local.toInstant(ZoneOffset.UTC), false)
                : moment(local, clock);
    }

    private static EventMoment moment(LocalDateTime local, EventClock clock) {
        Instant instant = clock.instant(local);
        LocalDateTime shown = clock.exact() ? local : LocalDateTime.ofInstant(instant, clock.zone());
        return new EventMoment(shown, clock.zone(), instant, false);
    }

    /** The clock by which one of the values is written; as {@link #read(PropertyLine, String, EventClock)}. */
    EventClock clock(PropertyLine property, String text, EventClock floating) throws Unreadable {
        return TimeText.isDay(text) ? zones.local() : clock(property, text, local(property, text), floating);
    }

    private EventClock clock(PropertyLine property, String text, LocalDateTime local, EventClock floating)
            throws Unreadable {
        if (TimeText.isUtc(text)) {
            return UTC;
        }
        return property.parameters().containsKey("TZID")
                ? zones.clock(property.parameter("TZID", ""), local.getYear())
                : floating;
    }

    LocalDateTime local(PropertyLine property, String text) throws Unreadable {
        LocalDateTime local = TimeText.local(text);
        if (local.getYear() < FIRST_YEAR || local.getYear() > LAST_YEAR) {
            throw new Unreadable(CalendarFaultCode.YEAR_OUT_OF_RANGE, property.name(), local.getYear());
        }
        return local;
    }

    /**
     * The values of a list.
     *
     * @throws Unreadable if there are more than {@code most}, or too many in the calendar
     */
    String[] values(PropertyLine property, int most) throws Unreadable {
        String[] values = property.value().split(",", most + 2);
        listed += values.length;
        if (values.length > most) {
            throw new Unreadable(CalendarFaultCode.TOO_MANY_TIMES, property.name(), most);
        }
        if (listed > MOST_LISTED) {
            throw new Unreadable(CalendarFaultCode.TOO_MANY_LISTED, MOST_LISTED);
        }
        return values;
    }
}
