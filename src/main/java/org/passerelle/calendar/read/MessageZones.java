package org.passerelle.calendar.read;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.passerelle.calendar.fault.CalendarFaultCode;
import org.passerelle.calendar.zone.EventClock;
import org.passerelle.calendar.zone.WrittenZone;
import org.passerelle.calendar.zone.ZoneComparison;
import org.passerelle.calendar.zone.ZoneNames;
import org.passerelle.time.ExpansionBudget;
import org.passerelle.time.ExpansionTooDear;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;

/**
 * The clocks of one calendar. What its VTIMEZONE says counts for the times that it covers, whatever the zone is called (RFC 5545
 * section 3.6.5); the name counts for all others, and alone where it begins with a solidus and so stands for itself (section
 * 3.2.19). None is ever guessed, and none outlives the calendar.
 */
final class MessageZones {

    /** Steps of expanding the rules of VTIMEZONEs, as {@link ExpansionBudget} counts them; ten years of one take some 60. */
    private static final int MOST_STEPS_OF_ONE = 5_000;

    private static final int MOST_STEPS = 200_000;

    private final Map<String, Component> components = new HashMap<>();
    private final Map<String, Optional<EventClock>> clocks = new HashMap<>();
    private final Map<WrittenZone, ZoneId> located = new HashMap<>();
    private final EventClock local;
    private final ExpansionBudget budget = new ExpansionBudget(MOST_STEPS_OF_ONE, MOST_STEPS);
    private final ZoneComparison comparison;

    /** @param home the zone of times without any; what the calendar says of itself comes first */
    MessageZones(Component calendar, ZoneId home) {
        calendar.parts("VTIMEZONE").forEach(each -> components.putIfAbsent(key(each.words("TZID")), each));
        this.local =
                EventClock.in(ZoneNames.find(calendar.words("X-WR-TIMEZONE")).orElse(home));
        this.comparison = new ZoneComparison(local.zone(), budget);
    }

    /** The clocks of whole days, and of times that name none. */
    EventClock local() {
        return local;
    }

    /**
     * @param year for which they are wanted first
     * @throws Unreadable if neither name nor VTIMEZONE tells which clocks these are
     */
    EventClock clock(String name, int year) throws Unreadable {
        EventClock clock = clocks.computeIfAbsent(key(name), key -> found(name, key))
                .orElseThrow(() -> new Unreadable(CalendarFaultCode.UNKNOWN_ZONE, name));
        try {
            clock.written().ifPresent(zone -> zone.rules(year));
            return clock;
        } catch (ExpansionTooDear e) {
            throw new Unreadable(CalendarFaultCode.ZONE_TOO_DEAR, name);
        }
    }

    private Optional<EventClock> found(String name, String key) {
        Optional<ZoneId> known = ZoneNames.find(name);
        Optional<Component> component = Optional.ofNullable(components.get(key));
        if (component.isEmpty() || known.isPresent() && key.startsWith("/")) {
            return known.map(EventClock::in);
        }
        Optional<ZoneId> location = ZoneNames.find(component.get().words("X-LIC-LOCATION"));
        Optional<WrittenZone> written = WrittenZoneReader.read(component.get(), budget);
        if (written.isEmpty()) {
            return known.or(() -> location).map(EventClock::in);
        }
        location.ifPresent(zone -> located.put(written.get(), zone));
        return Optional.of(new EventClock(known.orElse(local.zone()), written, known.isPresent(), false));
    }

    /**
     * {@code time} under the name of a zone of Java's whose clocks show the same on all its dates, if there is one.
     *
     * @param rule by which it recurs
     */
    EventTime named(EventTime time, Optional<Recurrence> rule) {
        EventClock clock = time.recurring().clock();
        if (clock.written().isEmpty() || clock.exact()) {
            return time;
        }
        Optional<ZoneId> location =
                Optional.ofNullable(located.get(clock.written().get()));
        Instant end = time.end().isAfter(time.start().instant())
                ? time.end()
                : time.end().plusSeconds(1);
        Interval first = Interval.of(time.start().instant(), end);
        return comparison
                .alike(clock, location, first, time.recurring().start(), rule)
                .map(zone -> time.by(new EventClock(zone, clock.written(), clock.known(), true)))
                .orElse(time);
    }

    private static String key(String name) {
        return name.replace("\"", "").strip();
    }
}
