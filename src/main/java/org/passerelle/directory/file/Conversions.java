package org.passerelle.directory.file;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.Slug;
import org.passerelle.platform.text.Text;
import org.passerelle.time.HalfDays.LocalRange;
import org.passerelle.time.WeeklyHours;

/** The kinds of single values that a directory file holds. */
final class Conversions {

    private static final int LONGEST_TEXT = 200;
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,180}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,9})?");

    private Conversions() {}

    /** A line of text for people to read. */
    static String text(String key, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(key + " is empty");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(key + " is longer than " + LONGEST_TEXT + " characters");
        }
        if (!Text.isLine(text)) {
            throw new IllegalArgumentException(key + " must be one line of text");
        }
        return text.strip();
    }

    /** A public name in the form of {@link Slug}. */
    static String slug(String key, String text) {
        if (!Slug.isSlug(text)) {
            throw new IllegalArgumentException(
                    key + " must be lower-case letters, digits and single hyphens, at most 64: " + Quoted.of(text));
        }
        return text;
    }

    static String domain(String key, String text) {
        if (!DOMAIN.matcher(text).matches()) {
            throw new IllegalArgumentException(key + " must be a domain in lower case: " + Quoted.of(text));
        }
        return text;
    }

    static Conversion<Integer> wholeNumber(int least, int most) {
        return (key, text) -> {
            if (!WHOLE_NUMBER.matcher(text).matches()
                    || Integer.parseInt(text) < least
                    || Integer.parseInt(text) > most) {
                throw new IllegalArgumentException(
                        key + " must be a whole number from " + least + " to " + most + ": " + Quoted.of(text));
            }
            return Integer.parseInt(text);
        };
    }

    static Conversion<Double> degrees(double most) {
        return (key, text) -> {
            if (!DECIMAL.matcher(text).matches() || Math.abs(Double.parseDouble(text)) > most) {
                throw new IllegalArgumentException(
                        key + " must be degrees from " + -most + " to " + most + ": " + Quoted.of(text));
            }
            return Double.parseDouble(text);
        };
    }

    static boolean yesOrNo(String key, String text) {
        return oneOf(List.of("true", "false")).from(key, text).equals("true");
    }

    static Conversion<String> oneOf(List<String> words) {
        return (key, text) -> {
            if (!words.contains(text)) {
                throw new IllegalArgumentException(
                        key + " must be one of " + String.join(", ", words) + ": " + Quoted.of(text));
            }
            return text;
        };
    }

    static <E extends Enum<E>> Conversion<E> oneOf(Class<E> type) {
        var names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return (key, text) -> Enum.valueOf(type, oneOf(names).from(key, text));
    }

    static ZoneId zone(String key, String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new IllegalArgumentException("unknown " + key + " " + Quoted.of(text));
        }
        return ZoneId.of(text);
    }

    static WeeklyHours hours(String key, String text) {
        try {
            return WeeklyHours.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    key + " such as Mo-Fr 08:00-20:00 expected: " + Quoted.of(text) + " (" + e.getMessage() + ")", e);
        }
    }

    /** A length of time in whole minutes, within bounds that are both inclusive. */
    static Conversion<Duration> duration(Duration least, Duration most) {
        return (key, text) -> {
            try {
                var duration = Duration.parse(text);
                if (duration.toMillis() % 60_000 == 0
                        && duration.compareTo(least) >= 0
                        && duration.compareTo(most) <= 0) {
                    return duration;
                }
            } catch (DateTimeException | ArithmeticException e) {
                throw notADuration(key, text, least, most, e);
            }
            throw notADuration(key, text, least, most, null);
        };
    }

    private static IllegalArgumentException notADuration(
            String key, String text, Duration least, Duration most, @Nullable Exception cause) {
        return new IllegalArgumentException(
                key + " must be whole minutes such as PT30M, from " + least + " to " + most + ": " + Quoted.of(text),
                cause);
    }

    /** A time ahead in the calendar, at most ten years. */
    static Period horizon(String key, String text) {
        try {
            var period = Period.parse(text);
            boolean ahead = !period.isNegative() && !period.isZero();
            if (ahead && period.toTotalMonths() <= 120 && period.getDays() <= 3660) {
                return period;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(notAHorizon(key, text), e);
        }
        throw new IllegalArgumentException(notAHorizon(key, text));
    }

    private static String notAHorizon(String key, String text) {
        return key + " must be a period such as P24M, at most ten years: " + Quoted.of(text);
    }

    static LocalDate date(String key, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(key + " must be a date such as 2026-12-24: " + Quoted.of(text), e);
        }
    }

    /** A stretch of a day such as {@code 08:30-12:30}. */
    static LocalRange range(String key, String text) {
        try {
            int hyphen = text.indexOf('-');
            var start = LocalTime.parse(text.substring(0, Math.max(hyphen, 0)));
            return new LocalRange(start, LocalTime.parse(text.substring(hyphen + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(key + " must be hours such as 08:30-12:30: " + Quoted.of(text), e);
        }
    }
}
