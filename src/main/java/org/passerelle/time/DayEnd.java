package org.passerelle.time;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads times of which the hour may be 24, the end of a day, which ISO 8601-1:2019 section 5.3.2 lets people write and
 * java.time does not read: {@code 2027-01-20T24:00} is the first moment of 21 January.
 */
public final class DayEnd {

    private static final Pattern END = Pattern.compile("T24(:?00(?::?00(?:[.,]0+)?)?)(?![\\d:.,])");

    private DayEnd() {}

    /** @throws java.time.DateTimeException if it is no local date and time */
    public static LocalDateTime local(String text) {
        return read(text, LocalDateTime::parse, (time, days) -> time.plusDays(days));
    }

    /** @throws java.time.DateTimeException if it is no date and time with an offset or {@code Z} */
    public static OffsetDateTime offset(String text) {
        return read(text, OffsetDateTime::parse, (time, days) -> time.plusDays(days));
    }

    /** Whether the hour in {@code text} is 24, in the extended or the basic format. */
    public static boolean isIn(String text) {
        return END.matcher(text).find();
    }

    /** {@code text} with 00 for the hour 24: a day before what it means. */
    public static String asMidnight(String text) {
        return END.matcher(text).replaceFirst("T00$1");
    }

    private interface Later<T> {

        T by(T time, long days);
    }

    private static <T> T read(String text, Function<String, T> parse, Later<T> later) {
        return isIn(text) ? later.by(parse.apply(asMidnight(text)), 1) : parse.apply(text);
    }
}
