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
            throw new UnfitValue("empty", key);
        }
        if (text.length() > LONGEST_TEXT) {
            throw new UnfitValue("text-too-long", key, LONGEST_TEXT);
        }
        if (!Text.isLine(text)) {
            throw new UnfitValue("not-one-line", key);
        }
        return text.strip();
    }

    /** A public name in the form of {@link Slug}. */
    static String slug(String key, String text) {
        if (!Slug.isSlug(text)) {
            throw new UnfitValue("no-slug", key, Quoted.of(text));
        }
        return text;
    }

    static String domain(String key, String text) {
        if (!DOMAIN.matcher(text).matches()) {
            throw new UnfitValue("no-domain", key, Quoted.of(text));
        }
        return text;
    }

    static Conversion<Integer> wholeNumber(int least, int most) {
        return (key, text) -> {
            if (!WHOLE_NUMBER.matcher(text).matches()
                    || Integer.parseInt(text) < least
                    || Integer.parseInt(text) > most) {
                throw new UnfitValue("no-whole-number", key, least, most, Quoted.of(text));
            }
            return Integer.parseInt(text);
        };
    }

    static Conversion<Double> degrees(double most) {
        return (key, text) -> {
            if (!DECIMAL.matcher(text).matches() || Math.abs(Double.parseDouble(text)) > most) {
                throw new UnfitValue("no-degrees", key, -most, most, Quoted.of(text));
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
                throw new UnfitValue("none-of", key, String.join(", ", words), Quoted.of(text));
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
            throw new UnfitValue("unknown-zone", Quoted.of(text));
        }
        return ZoneId.of(text);
    }

    static WeeklyHours hours(String key, String text) {
        try {
            return WeeklyHours.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UnfitValue("no-hours", key, Quoted.of(text), String.valueOf(e.getMessage()));
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
                throw notADuration(key, text, least, most);
            }
            throw notADuration(key, text, least, most);
        };
    }

    private static UnfitValue notADuration(String key, String text, Duration least, Duration most) {
        return new UnfitValue("no-duration", key, least, most, Quoted.of(text));
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
            throw notAHorizon(key, text);
        }
        throw notAHorizon(key, text);
    }

    private static UnfitValue notAHorizon(String key, String text) {
        return new UnfitValue("no-horizon", key, Quoted.of(text));
    }

    static LocalDate date(String key, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UnfitValue("no-date", key, Quoted.of(text));
        }
    }

    /** A stretch of a day such as {@code 08:30-12:30}. */
    static LocalRange range(String key, String text) {
        try {
            int hyphen = text.indexOf('-');
            var start = LocalTime.parse(text.substring(0, Math.max(hyphen, 0)));
            return new LocalRange(start, LocalTime.parse(text.substring(hyphen + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new UnfitValue("no-range", key, Quoted.of(text));
        }
    }
}
