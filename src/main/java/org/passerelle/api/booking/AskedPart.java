package org.passerelle.api.booking;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.Fields;
import org.passerelle.api.TimeFields;
import org.passerelle.api.booking.OrderFields.ScheduleFields;
import org.passerelle.directory.SiteClock;
import org.passerelle.directory.SiteClock.LocalPart;
import org.passerelle.time.DayPart;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Interval;

/**
 * When something is to be whose request names a {@code date} and a {@code part} of that day, in the place of {@code start} and
 * {@code duration} or {@code end}. The hours are those of the site.
 */
record AskedPart(LocalDateTime start, ZoneId zone, EventDuration length) {

    /** When it is the first time. */
    Interval first() {
        return length.startingAt(start, zone);
    }

    /** Whether a request speaks of a part of a day at all. */
    static boolean isAskedFor(ScheduleFields when) {
        return when.date() != null || when.part() != null;
    }

    /**
     * @param clock of the site of the first room
     * @param standing the day of what is to change, and the part of it if it is one: what the request does not send is kept
     * @param errors is told of every field that is missing, makes no sense, or says the time in another way
     */
    static Optional<AskedPart> read(ScheduleFields when, SiteClock clock, Standing standing, Fields errors) {
        if (isSaidInAnotherWay(when)) {
            sent(when).forEach((field, value) -> errors.refuse(field, "booking.three-ways"));
            return Optional.empty();
        }
        requireZone(when, clock, errors);
        Optional<LocalDate> date = when.date() == null && standing.date().isPresent()
                ? standing.date()
                : errors.parsed("date", when.date(), TimeFields::date, "time.date");
        Optional<DayPart> part = when.part() == null && standing.part().isPresent()
                ? standing.part()
                : errors.parsed("part", when.part(), DayPart::valueOf, "booking.part");
        return date.flatMap(day ->
                part.map(clock::range).map(range -> new AskedPart(range.startOn(day), clock.zone(), range.length())));
    }

    private static boolean isSaidInAnotherWay(ScheduleFields when) {
        return when.start() != null || when.duration() != null || when.end() != null;
    }

    private static Map<String, String> sent(ScheduleFields when) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "start", when.start());
        put(fields, "duration", when.duration());
        put(fields, "end", when.end());
        put(fields, "date", when.date());
        put(fields, "part", when.part());
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    /** The hours of a site are on its own clock; where there is no such room, that alone is told. */
    private static void requireZone(ScheduleFields when, SiteClock clock, Fields errors) {
        String zone = when.timeZone();
        if (zone != null && !zone.equals(clock.zone().getId()) && !clock.equals(SiteClock.UNKNOWN)) {
            errors.refuse("timeZone", "booking.part-zone");
        }
    }

    /** What a request for a change need not say again. */
    record Standing(Optional<LocalDate> date, Optional<DayPart> part) {

        /** Of what does not exist yet. */
        static final Standing NONE = new Standing(Optional.empty(), Optional.empty());

        /**
         * @param date on which it is, on its own clock
         * @param part that it is, at the site of its first room as it stands
         */
        static Standing on(LocalDate date, Optional<LocalPart> part) {
            return new Standing(Optional.of(date), part.map(LocalPart::part));
        }
    }
}
