package org.passerelle.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recurrenceset.OfRule;
import org.passerelle.calendar.StrictIcs.Component;
import org.passerelle.calendar.StrictIcs.Property;
import org.passerelle.time.Interval;

/**
 * What a program makes of a calendar that reads it with {@link StrictIcs}, knows time zones from the file alone and leaves
 * the expansion of rules to lib-recur.
 */
public final class StrictReading {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final int MOST = 2_000;

    private final Map<String, OffsetsRead> zones = new HashMap<>();
    private final Component calendar;

    private StrictReading(Component calendar) {
        this.calendar = calendar;
        calendar.parts("VTIMEZONE").forEach(zone -> zones.put(zone.the("TZID").value(), OffsetsRead.of(inner(zone))));
    }

    /** One date of an event. */
    public record Date(String uid, Interval time, String title) implements Comparable<Date> {

        static final Comparator<Date> ORDER =
                Comparator.comparing((Date date) -> date.time().start()).thenComparing(Date::uid);

        @Override
        public int compareTo(Date other) {
            return ORDER.compare(this, other);
        }
    }

    /** All dates of all events, sorted. */
    public static List<Date> dates(byte[] ics) {
        return new StrictReading(StrictIcs.read(ics)).dates();
    }

    private List<Date> dates() {
        Map<String, Map<Instant, Component>> overrides = new HashMap<>();
        List<Component> events = calendar.parts("VEVENT");
        for (Component event : events) {
            event.one("RECURRENCE-ID")
                    .ifPresent(id -> overrides
                            .computeIfAbsent(event.the("UID").value(), uid -> new HashMap<>())
                            .put(moment(id), event));
        }
        List<Date> dates = new ArrayList<>();
        for (Component event : events) {
            if (event.one("RECURRENCE-ID").isEmpty()) {
                add(dates, event, overrides.getOrDefault(event.the("UID").value(), Map.of()));
            }
        }
        return dates.stream().sorted().toList();
    }

    private void add(List<Date> dates, Component master, Map<Instant, Component> overrides) {
        Set<Instant> excluded = new HashSet<>();
        master.all("EXDATE").forEach(property -> {
            requireSameForm(property, master.the("DTSTART"));
            excluded.add(moment(property));
        });
        overrides.values().forEach(each -> requireSameForm(each.the("RECURRENCE-ID"), master.the("DTSTART")));
        List<Instant> starts = starts(master);
        if (!starts.containsAll(overrides.keySet()) || !starts.containsAll(excluded)) {
            throw new AssertionError("Names a date that the series does not have");
        }
        for (Instant start : starts) {
            if (!excluded.contains(start)) {
                Component event = overrides.getOrDefault(start, master);
                LocalDateTime local = local(master.the("DTSTART").value());
                LocalDateTime end = local(master.the("DTEND").value());
                Interval time = event == master && !starts.equals(List.of(start))
                        ? Interval.of(
                                start,
                                java.time.Duration.between(moment(master.the("DTSTART")), moment(master.the("DTEND"))))
                        : Interval.of(moment(event.the("DTSTART")), moment(event.the("DTEND")));
                if (!local.isBefore(end) && event == master && starts.size() > 1) {
                    throw new AssertionError("Ends before it starts");
                }
                dates.add(new Date(
                        event.the("UID").value(), time, event.the("SUMMARY").text()));
            }
        }
    }

    /** RFC 5545 sections 3.8.4.4 and 3.8.5.1. */
    private static void requireSameForm(Property named, Property start) {
        if (!named.parameters().equals(start.parameters())) {
            throw new AssertionError(named + " is of another form than " + start);
        }
    }

    private List<Instant> starts(Component master) {
        Property start = master.the("DTSTART");
        Stream<Instant> ruled =
                master.one("RRULE").map(rule -> ruled(start, rule)).orElseGet(() -> List.of(moment(start))).stream();
        Stream<Instant> added = master.all("RDATE").stream().map(this::moment);
        return Stream.concat(ruled, added).sorted().distinct().toList();
    }

    private List<Instant> ruled(Property start, Property rule) {
        Optional<Instant> until = Stream.of(rule.value().split(";"))
                .filter(part -> part.startsWith("UNTIL="))
                .map(part -> local(part.substring("UNTIL=".length())).toInstant(ZoneOffset.UTC))
                .findFirst();
        String withoutEnd = rule.value().replaceAll(";UNTIL=\\w+", "");
        List<Instant> found = new ArrayList<>();
        try {
            LocalDateTime local = local(start.value());
            DateTime first = new DateTime(
                    local.getYear(),
                    local.getMonthValue() - 1,
                    local.getDayOfMonth(),
                    local.getHour(),
                    local.getMinute(),
                    local.getSecond());
            var instances = new OfRule(new RecurrenceRule(withoutEnd), first).iterator();
            while (instances.hasNext() && found.size() < MOST) {
                DateTime next = instances.next();
                Instant moment = moment(
                        LocalDateTime.of(
                                next.getYear(),
                                next.getMonth() + 1,
                                next.getDayOfMonth(),
                                next.getHours(),
                                next.getMinutes(),
                                next.getSeconds()),
                        start);
                if (until.isPresent() && moment.isAfter(until.get())) {
                    return found;
                }
                found.add(moment);
            }
            return found;
        } catch (InvalidRecurrenceRuleException refused) {
            throw new AssertionError("lib-recur refuses " + rule, refused);
        }
    }

    private Instant moment(Property property) {
        return moment(local(property.value()), property);
    }

    /** RFC 5545 section 3.3.5: of two the first, in a gap by the offset before it. */
    private Instant moment(LocalDateTime local, Property form) {
        if (form.value().endsWith("Z")) {
            return local.toInstant(ZoneOffset.UTC);
        }
        OffsetsRead zone = Optional.ofNullable(zones.get(form.parameters().get("TZID")))
                .orElseThrow(() -> new AssertionError("No VTIMEZONE for " + form));
        Instant asUtc = local.toInstant(ZoneOffset.UTC);
        int before = zone.offsetSeconds(asUtc.minusSeconds(86_400));
        int after = zone.offsetSeconds(asUtc.plusSeconds(86_400));
        return Stream.of(before, after)
                .map(offset -> asUtc.minusSeconds(offset))
                .filter(moment -> moment.plusSeconds(zone.offsetSeconds(moment)).equals(asUtc))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> asUtc.minusSeconds(before));
    }

    private static LocalDateTime local(String value) {
        return LocalDateTime.parse(value.replaceAll("Z$", ""), LOCAL);
    }

    private static String inner(Component zone) {
        return StrictIcs.text(zone);
    }
}
