package org.passerelle.calendar.message;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.time.ExpansionBudget;
import org.passerelle.time.ExpansionTooDear;
import org.passerelle.time.Interval;
import org.passerelle.time.InvalidRecurrence;
import org.passerelle.time.Recurrence;

/** What a VTIMEZONE (RFC 5545 section 3.6.5) says clocks do around one year, to be compared with the zones we know. */
final class WrittenZone {

    private static final int MOST_PARTS = 500;
    private static final int MOST_ONSETS = 500;
    private static final int YEARS = 3;

    private record Onset(Instant at, ZoneOffset before, ZoneOffset after) {}

    private final List<Onset> onsets;
    private final Instant from;

    private WrittenZone(List<Onset> onsets, Instant from) {
        this.onsets = onsets;
        this.from = from;
    }

    /** Reads a VTIMEZONE as it applies in {@code year} and the two after it; empty if it cannot be understood. */
    static Optional<WrittenZone> read(Component timeZone, int year, ExpansionBudget budget) {
        Instant from = Year.of(year).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        List<Component> parts = Stream.concat(timeZone.parts("STANDARD"), timeZone.parts("DAYLIGHT"))
                .toList();
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            return Optional.empty();
        }
        try {
            List<Onset> onsets = new ArrayList<>();
            for (Component part : parts) {
                addOnsets(onsets, part, from, budget);
            }
            onsets.sort(Comparator.comparing(Onset::at));
            return onsets.isEmpty() || onsets.size() > MOST_ONSETS
                    ? Optional.empty()
                    : Optional.of(new WrittenZone(onsets, from));
        } catch (Unreadable | DateTimeException | InvalidRecurrence | ExpansionTooDear e) {
            return Optional.empty();
        }
    }

    private static void addOnsets(List<Onset> onsets, Component part, Instant from, ExpansionBudget budget)
            throws Unreadable {
        ZoneOffset before = offset(part, "TZOFFSETFROM");
        ZoneOffset after = offset(part, "TZOFFSETTO");
        LocalDateTime start =
                TimeText.local(part.first("DTSTART").map(PropertyLine::value).orElse(""));
        Optional<PropertyLine> rule = part.first("RRULE");
        if (rule.isPresent()) {
            Interval window = Interval.of(from.minus(Duration.ofDays(370)), end(from));
            Recurrence.parse(rule.get().value())
                    .occurrences(start, before, window, 2 * YEARS + 4, budget)
                    .forEach(each -> onsets.add(new Onset(each.instant(), before, after)));
            return;
        }
        onsets.add(new Onset(start.toInstant(before), before, after));
        for (PropertyLine dates : part.all("RDATE").toList()) {
            for (String date : dates.value().split(",", MOST_ONSETS)) {
                if (onsets.size() > MOST_ONSETS) {
                    throw new Unreadable("more than " + MOST_ONSETS + " changes of clocks");
                }
                onsets.add(new Onset(TimeText.local(date).toInstant(before), before, after));
            }
        }
    }

    private static ZoneOffset offset(Component part, String name) throws Unreadable {
        String text =
                part.first(name).map(PropertyLine::value).map(String::strip).orElse("");
        if (!text.matches("[+-]\\d{4}(\\d{2})?")) {
            throw new Unreadable(name + " is not an offset");
        }
        return ZoneOffset.of(text);
    }

    private static Instant end(Instant from) {
        return from.plus(Duration.ofDays(366L * YEARS));
    }

    /** Whether clocks in {@code zone} do the same, on every day of those years. */
    boolean isLike(ZoneId zone) {
        Instant end = end(from);
        for (Instant probe = from; probe.isBefore(end); probe = probe.plus(Duration.ofHours(24 * 9))) {
            if (!zone.getRules().getOffset(probe).equals(offsetAt(probe))) {
                return false;
            }
        }
        return onsets.stream()
                .filter(onset -> onset.at().isAfter(from) && onset.at().isBefore(end))
                .flatMap(onset -> Stream.of(onset.at().minusSeconds(60), onset.at()))
                .allMatch(probe -> zone.getRules().getOffset(probe).equals(offsetAt(probe)));
    }

    /** The offset at all times of those years, if clocks do not change in them. */
    Optional<ZoneOffset> constant() {
        ZoneOffset first = offsetAt(from);
        boolean changes = onsets.stream()
                .anyMatch(onset -> onset.at().isAfter(from)
                        && onset.at().isBefore(end(from))
                        && !onset.after().equals(first));
        return changes ? Optional.empty() : Optional.of(first);
    }

    private ZoneOffset offsetAt(Instant moment) {
        int first = 0; // of the onsets that are not known to be over
        int end = onsets.size();
        while (first < end) {
            int middle = (first + end) >>> 1;
            if (onsets.get(middle).at().isAfter(moment)) {
                end = middle;
            } else {
                first = middle + 1;
            }
        }
        return first == 0 ? onsets.get(0).before() : onsets.get(first - 1).after();
    }
}
