package org.passerelle.calendar.write;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One property of an iCalendar object (RFC 5545 section 3.1).
 *
 * @param parameters each already written as {@code NAME=value}
 * @param value already coded; made by the factories here
 */
public record ContentLine(String name, List<String> parameters, String value) {

    private static final Pattern NAME = Pattern.compile("[A-Z0-9-]+");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    public ContentLine {
        requireName(name);
        parameters = List.copyOf(parameters);
    }

    /** A property of type TEXT; {@code value} may hold any characters. */
    public static ContentLine text(String name, String value) {
        return new ContentLine(name, List.of(), TextCoding.text(value));
    }

    /** A property whose type needs no escapes, such as a URI, a rule or a number. */
    public static ContentLine plain(String name, String value) {
        return new ContentLine(name, List.of(), TextCoding.plain(value));
    }

    /** A moment in UTC, to the second. */
    public static ContentLine utc(String name, Instant moment) {
        return plain(name, utc(moment));
    }

    /** A moment in local time: with TZID, or with {@code Z} where the zone is UTC, since {@code TZID=UTC} is refused by some. */
    static ContentLine local(String name, LocalDateTime moment, ZoneId zone) {
        if (isUtc(zone)) {
            return utc(name, moment.toInstant(ZoneOffset.UTC));
        }
        return plain(name, local(moment)).with("TZID", zone.getId());
    }

    /**
     * A moment in the local time of {@code zone}, or in UTC where that would mean another moment: in the hour that comes
     * twice when clocks go back, a local time is the first of the two (RFC 5545 section 3.3.5).
     */
    static ContentLine moment(String name, Instant moment, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        return local.atZone(zone).toInstant().equals(moment) ? local(name, local, zone) : utc(name, moment);
    }

    public static ContentLine duration(String name, Duration duration) {
        return plain(name, duration.toString());
    }

    /** This property with one more parameter, which may have several values. */
    public ContentLine with(String parameter, String... values) {
        requireName(parameter);
        List<String> more = new ArrayList<>(parameters);
        more.add(parameter + "="
                + Arrays.stream(values).map(TextCoding::parameter).collect(Collectors.joining(",")));
        return new ContentLine(name, more, value);
    }

    public static boolean isUtc(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC);
    }

    public static String utc(Instant moment) {
        return LOCAL.format(moment.atOffset(ZoneOffset.UTC)) + "Z";
    }

    static String local(LocalDateTime moment) {
        return LOCAL.format(moment);
    }

    /** The line before folding, without its end. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(name);
        parameters.forEach(parameter -> line.append(';').append(parameter));
        return line.append(':').append(value).toString();
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of a property or parameter: " + name);
        }
    }
}
