package org.passerelle.calendar.message;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Reads the times of one calendar with its zones. */
final class MomentReader {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2500;

    /** Of all lists of one calendar together. */
    private static final int MOST_LISTED = 100_000;

    private final MessageZones zones;
    private int listed;

    MomentReader(MessageZones zones) {
        this.zones = zones;
    }

    /** @throws Unreadable if it is no time, or its zone is not known: it is never taken for a time without zone */
    EventMoment read(PropertyLine property) throws Unreadable {
        return read(property, property.value());
    }

    /** All times of a list such as EXDATE; of a period only its start. */
    List<EventMoment> list(PropertyLine property, int most) throws Unreadable {
        List<EventMoment> found = new ArrayList<>();
        for (String text : property.value().split(",", most + 1)) {
            if (found.size() == most) {
                throw new Unreadable(property.name() + " has more than " + most + " times");
            }
            if (++listed > MOST_LISTED) {
                throw new Unreadable("the lists of dates of the calendar have more than " + MOST_LISTED + " in all");
            }
            if (!text.isBlank()) {
                int period = text.indexOf('/');
                found.add(read(property, period > 0 ? text.substring(0, period) : text));
            }
        }
        return found;
    }

    private EventMoment read(PropertyLine property, String text) throws Unreadable {
        LocalDateTime local = TimeText.local(text);
        if (local.getYear() < FIRST_YEAR || local.getYear() > LAST_YEAR) {
            throw new Unreadable(property.name() + " is in the year " + local.getYear());
        }
        if (TimeText.isDay(text)) {
            return EventMoment.day(local, zones.local());
        }
        String name = property.parameter("TZID", "");
        boolean names = property.parameters().containsKey("TZID");
        if (TimeText.isUtc(text)) {
            return utc(local);
        }
        return EventMoment.at(local, names ? zones.zone(name, local.getYear()) : zones.local());
    }

    private static EventMoment utc(LocalDateTime local) {
        ZoneId utc = ZoneId.of("Etc/UTC");
        return new EventMoment(local, utc, local.toInstant(ZoneOffset.UTC), false);
    }
}
