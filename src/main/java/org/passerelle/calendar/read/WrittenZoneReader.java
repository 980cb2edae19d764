package org.passerelle.calendar.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.passerelle.calendar.zone.ClockChange;
import org.passerelle.calendar.zone.WrittenZone;
import org.passerelle.calendar.zone.YearlyOnsets;
import org.passerelle.time.ExpansionBudget;
import org.passerelle.time.InvalidRecurrence;

/** Reads one VTIMEZONE (RFC 5545 section 3.6.5). */
final class WrittenZoneReader {

    private static final int MOST_PARTS = 500;
    private static final int MOST_ONSETS = 500;
    private static final Pattern OFFSET = Pattern.compile("[+-]\\d{2}:?\\d{2}(?::?\\d{2})?");

    private final List<ClockChange> once = new ArrayList<>();
    private final List<YearlyOnsets> yearly = new ArrayList<>();

    private WrittenZoneReader() {}

    /** Empty if it cannot be understood; half of it is never used. */
    static Optional<WrittenZone> read(Component timeZone, ExpansionBudget budget) {
        List<Component> parts = Stream.concat(timeZone.parts("STANDARD"), timeZone.parts("DAYLIGHT"))
                .toList();
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            return Optional.empty();
        }
        try {
            WrittenZoneReader reader = new WrittenZoneReader();
            for (Component part : parts) {
                reader.add(part);
            }
            return Optional.of(new WrittenZone(reader.once, reader.yearly, until(timeZone), budget));
        } catch (Unreadable | DateTimeException | InvalidRecurrence e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> until(Component timeZone) throws Unreadable {
        Optional<PropertyLine> until = timeZone.first("TZUNTIL");
        return until.isEmpty()
                ? Optional.empty()
                : Optional.of(TimeText.local(until.get().value()).toInstant(ZoneOffset.UTC));
    }

    private void add(Component part) throws Unreadable {
        ZoneOffset before = offset(part, "TZOFFSETFROM");
        ZoneOffset after = offset(part, "TZOFFSETTO");
        LocalDateTime start =
                TimeText.local(part.first("DTSTART").map(PropertyLine::value).orElse(""));
        List<String> rules = part.all("RRULE")
                .map(line -> line.value().strip())
                .filter(rule -> !rule.isEmpty())
                .toList();
        for (String rule : rules) {
            yearly.add(YearlyOnsets.of(start, rule, before, after));
        }
        if (rules.isEmpty()) {
            once.add(new ClockChange(start.toInstant(before), before, after));
        }
        for (PropertyLine dates : part.all("RDATE").toList()) {
            for (String date : dates.value().split(",", MOST_ONSETS + 1)) {
                if (once.size() > MOST_ONSETS) {
                    throw new DateTimeException("More than " + MOST_ONSETS + " changes of clocks");
                }
                LocalDateTime local = TimeText.local(date.replaceFirst("/.*", ""));
                once.add(new ClockChange(
                        local.toInstant(TimeText.isUtc(date) ? ZoneOffset.UTC : before), before, after));
            }
        }
        if (yearly.size() > MOST_PARTS) {
            throw new DateTimeException("More than " + MOST_PARTS + " rules of clocks");
        }
    }

    private static ZoneOffset offset(Component part, String name) {
        String text =
                part.first(name).map(PropertyLine::value).map(String::strip).orElse("");
        if (!OFFSET.matcher(text).matches()) {
            throw new DateTimeException(name + " is not an offset");
        }
        return ZoneOffset.of(text.replace(":", ""));
    }
}
