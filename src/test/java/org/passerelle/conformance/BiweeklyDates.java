package org.passerelle.conformance;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeSet;
import org.passerelle.conformance.DrawnTime.Form;

/**
 * The starts of a series as biweekly reads them from the text, zones and rules included: a second judge over
 * {@link ExpectedDates}, so that its mistakes and ours cannot be the same.
 */
public final class BiweeklyDates {

    private static final int MOST = 3_000;

    private BiweeklyDates() {}

    /** Those that begin within {@code window}; empty where biweekly is not asked, because it is known to read otherwise. */
    public static Optional<List<Instant>> starts(DrawnCalendar calendar, Span window) {
        if (!isAsked(calendar.event())) {
            return Optional.empty();
        }
        ICalendar read = Biweekly.parse(calendar.text()).first();
        VEvent series = read.getEvents().stream()
                .filter(each -> each.getRecurrenceId() == null
                        && each.getUid().getValue().equals(calendar.event().uid()))
                .findFirst()
                .orElseThrow();
        var zone = read.getTimezoneInfo().getTimezone(series.getDateStart());
        DateIterator dates = series.getDateIterator(zone == null ? TimeZone.getTimeZone("UTC") : zone.getTimeZone());
        dates.advanceTo(Date.from(window.start()));
        TreeSet<Instant> found = new TreeSet<>();
        for (int i = 0; i < MOST && dates.hasNext(); i++) {
            Instant start = dates.next().toInstant();
            if (!start.isBefore(window.end())) {
                break;
            }
            if (!start.isBefore(window.start())) {
                found.add(start);
            }
        }
        return Optional.of(List.copyOf(found));
    }

    private static boolean isAsked(DrawnEvent event) {
        boolean takesRule = event.rules().stream()
                .allMatch(rule -> !rule.text().matches("FREQ=DAILY;INTERVAL=.*BY.*")
                        && rule.until()
                                .map(until -> until.form() == Form.UTC
                                        && !until.instant()
                                                .isBefore(event.start().instant()))
                                .orElse(true));
        return List.of(Form.UTC, Form.ZONED).contains(event.start().form())
                && !event.kinds().contains("out of step")
                && takesRule
                && isPlain(event.start().instant(), event)
                && event.rules().size() < 2
                && (event.added().isEmpty() || !event.rules().isEmpty())
                && event.excluded().stream().noneMatch(DrawnTime::isDay)
                && event.added().stream().allMatch(each -> each.own().isEmpty() && !each.asDay())
                && event.zones().allMatch(BiweeklyDates::isKnown);
    }

    private static boolean isKnown(DrawnZone zone) {
        boolean isHourly = zone.clocks().getTransitionRules().stream()
                .allMatch(
                        rule -> rule.createTransition(2026).getDuration().abs().equals(Duration.ofHours(1)));
        return zone.kind().equals("iana") || !zone.written().isEmpty() && isHourly;
    }

    /** Of clocks that a VTIMEZONE tells it takes a whole day for the moment at which they change. */
    private static boolean isPlain(Instant start, DrawnEvent event) {
        DrawnZone zone = event.start().zone();
        Instant before = start.minus(Duration.ofDays(2));
        var change = zone.clocks().nextTransition(before);
        return change == null || change.getInstant().isAfter(start.plus(Duration.ofDays(2)));
    }

    /** Those of {@code starts} that are compared. */
    static List<Instant> compared(List<Instant> starts, DrawnEvent event) {
        return starts.stream().filter(start -> isPlain(start, event)).toList();
    }
}
