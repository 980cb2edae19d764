package org.passerelle.calendar.read;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.calendar.fault.CalendarFaultCode;
import org.passerelle.platform.text.Text;

/** Days, times and lengths as calendars write them; a day that does not exist is none, whatever it may be taken for. */
final class TimeText {

    private static final Pattern MOMENT =
            Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})(?:[Tt ](\\d{2}):?(\\d{2})(?::?(\\d{2}))?)?([Zz]?)");

    private static final Pattern LENGTH = Pattern.compile(
            "([+-])?P(?:(\\d{1,5})W)?(?:(\\d{1,5})D)?(?:T?(?:(\\d{1,6})H)?(?:(\\d{1,7})M)?(?:(\\d{1,8})S)?)?");

    private TimeText() {}

    static boolean isDay(String text) {
        Matcher moment = MOMENT.matcher(text.strip());
        return moment.matches() && moment.group(4) == null;
    }

    static boolean isUtc(String text) {
        return text.strip().toUpperCase(Locale.ROOT).endsWith("Z");
    }

    /** What is written before any {@code Z}; midnight for a day. */
    static LocalDateTime local(String text) throws Unreadable {
        Matcher moment = MOMENT.matcher(text.strip());
        if (!moment.matches()) {
            throw new Unreadable(CalendarFaultCode.NO_TIME, shortened(text));
        }
        try {
            LocalDate day = LocalDate.of(number(moment, 1), number(moment, 2), number(moment, 3));
            int hour = number(moment, 4);
            boolean endsTheDay = hour == 24 && number(moment, 5) == 0 && number(moment, 6) == 0;
            return endsTheDay
                    ? day.plusDays(1).atStartOfDay()
                    : day.atTime(hour, number(moment, 5), Math.min(59, number(moment, 6)));
        } catch (DateTimeException e) {
            throw new Unreadable(CalendarFaultCode.NO_SUCH_TIME, shortened(text));
        }
    }

    private static int number(Matcher moment, int group) {
        return moment.group(group) == null ? 0 : Integer.parseInt(moment.group(group));
    }

    /** A length after which something ends; {@code P1800S}, which Exchange writes, is one too. */
    static EventLength length(String text) throws Unreadable {
        Matcher length = LENGTH.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!length.matches() || "-".equals(length.group(1))) {
            throw new Unreadable(CalendarFaultCode.NO_LENGTH, shortened(text));
        }
        return new EventLength(
                7 * number(length, 2) + number(length, 3),
                Duration.ofHours(number(length, 4))
                        .plusMinutes(number(length, 5))
                        .plusSeconds(number(length, 6)));
    }

    static String shortened(String text) {
        return Text.line(text, 40);
    }
}
