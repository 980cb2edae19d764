package org.passerelle.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the text of a rule (RFC 5545 section 3.3.10); strict, because what is misread books the wrong days. */
final class RecurrenceParser {

    private static final int MAX_LENGTH = 500;
    private static final String PREFIX = "RRULE:";
    private static final String FINE = "Rules that repeat within a day are not offered; DAILY is the finest";
    private static final Set<String> FINE_FREQUENCIES = Set.of("SECONDLY", "MINUTELY", "HOURLY");
    private static final Set<String> FINE_PARTS = Set.of("BYSECOND", "BYMINUTE", "BYHOUR");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,9}");
    private static final Pattern WEEKDAY = Pattern.compile("([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)");
    private static final Pattern UNTIL =
            Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})(Z?))?");

    /** Parts not read yet, by name. */
    private final Map<String, String> parts = new HashMap<>();

    private RecurrenceParser(String rule) {
        for (String part : rule.split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1 || equals == part.length() - 1) {
                throw new InvalidRecurrence(
                        RecurrenceFault.MALFORMED, part, "A part of a rule has the form NAME=VALUE");
            }
            var name = part.substring(0, equals);
            if (parts.put(name, part.substring(equals + 1)) != null) {
                throw new InvalidRecurrence(
                        RecurrenceFault.REPEATED_PART, name, "A part may stand in a rule only once");
            }
        }
    }

    static Recurrence parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidRecurrence(
                    RecurrenceFault.TOO_LONG,
                    text.substring(0, text.offsetByCodePoints(0, 20)) + "...",
                    "A rule has at most 500 characters");
        }
        var rule = text.strip().toUpperCase(Locale.ROOT);
        return new RecurrenceParser(rule.startsWith(PREFIX) ? rule.substring(PREFIX.length()) : rule).read();
    }

    private Recurrence read() {
        var frequency = frequency();
        int interval = single("INTERVAL", RecurrenceParser::number).orElse(1);
        var by = new ByParts(
                list("BYMONTH", RecurrenceParser::number),
                list("BYWEEKNO", RecurrenceParser::number),
                list("BYYEARDAY", RecurrenceParser::number),
                list("BYMONTHDAY", RecurrenceParser::number),
                list("BYDAY", RecurrenceParser::weekdayNumber),
                list("BYSETPOS", RecurrenceParser::number));
        var weekStart = single("WKST", RecurrenceParser::weekday).orElse(DayOfWeek.MONDAY);
        var end = end();
        parts.keySet().stream().sorted().findFirst().ifPresent(RecurrenceParser::refuseUnknown);
        return new Recurrence(frequency, interval, by, end, weekStart);
    }

    private static void refuseUnknown(String name) {
        throw FINE_PARTS.contains(name)
                ? new InvalidRecurrence(RecurrenceFault.TOO_FINE, name, FINE)
                : new InvalidRecurrence(RecurrenceFault.UNKNOWN_PART, name, "This part of a rule is not known");
    }

    private Frequency frequency() {
        var name = parts.remove("FREQ");
        if (name == null) {
            throw new InvalidRecurrence(
                    RecurrenceFault.NO_FREQUENCY,
                    "FREQ",
                    "A rule says how often it repeats: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY");
        }
        for (Frequency frequency : Frequency.values()) {
            if (frequency.name().equals(name)) {
                return frequency;
            }
        }
        String part = "FREQ=" + name;
        throw FINE_FREQUENCIES.contains(name)
                ? new InvalidRecurrence(RecurrenceFault.TOO_FINE, part, FINE)
                : new InvalidRecurrence(
                        RecurrenceFault.UNKNOWN_FREQUENCY, part, "A rule repeats DAILY, WEEKLY, MONTHLY or YEARLY");
    }

    private RecurrenceEnd end() {
        if (parts.containsKey("COUNT") && parts.containsKey("UNTIL")) {
            throw new InvalidRecurrence(
                    RecurrenceFault.TWO_ENDS, "COUNT", "A series ends by COUNT or by UNTIL, not by both");
        }
        Optional<RecurrenceEnd> count =
                single("COUNT", RecurrenceParser::number).map(RecurrenceEnd.After::new);
        return count.or(() -> single("UNTIL", RecurrenceParser::until)).orElseGet(RecurrenceEnd.Never::new);
    }

    private <T> Optional<T> single(String name, Function<String, T> reader) {
        return Optional.ofNullable(parts.remove(name)).map(value -> read(name, value, reader));
    }

    private <T> List<T> list(String name, Function<String, T> reader) {
        var values = parts.remove(name);
        return values == null
                ? List.of()
                : Stream.of(values.split(",", -1))
                        .map(value -> read(name, value, reader))
                        .toList();
    }

    private static <T> T read(String name, String value, Function<String, T> reader) {
        try {
            return reader.apply(value);
        } catch (InvalidRecurrence invalid) {
            throw invalid;
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new InvalidRecurrence(
                    RecurrenceFault.NO_VALUE, name + "=" + value, String.valueOf(malformed.getMessage()));
        }
    }

    private static Integer number(String value) {
        if (!NUMBER.matcher(value).matches()) {
            throw new IllegalArgumentException("Expected a whole number of at most nine digits");
        }
        return Integer.valueOf(value);
    }

    private static WeekdayNumber weekdayNumber(String value) {
        var matcher = WEEKDAY.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Expected weekdays such as MO, 1MO or -1FR");
        }
        @Nullable String ordinal = matcher.group(1);
        if (ordinal == null) {
            return WeekdayNumber.every(weekday(matcher.group(2)));
        }
        return WeekdayNumber.of(number(ordinal), weekday(matcher.group(2)));
    }

    private static DayOfWeek weekday(String code) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (WeekdayNumber.code(day).equals(code)) {
                return day;
            }
        }
        throw new IllegalArgumentException("Expected one of MO, TU, WE, TH, FR, SA, SU");
    }

    private static RecurrenceEnd until(String value) {
        var matcher = UNTIL.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Expected a date such as 20261231, 20261231T180000 or 20261231T170000Z");
        }
        var date = LocalDate.of(group(matcher, 1), group(matcher, 2), group(matcher, 3));
        if (matcher.group(4) == null) {
            return new RecurrenceEnd.OnDate(date);
        }
        var local = date.atTime(group(matcher, 4), group(matcher, 5), group(matcher, 6));
        return matcher.group(7).isEmpty()
                ? new RecurrenceEnd.AtLocal(local)
                : new RecurrenceEnd.AtInstant(local.toInstant(ZoneOffset.UTC));
    }

    private static int group(Matcher matcher, int index) {
        return Integer.parseInt(matcher.group(index));
    }
}
