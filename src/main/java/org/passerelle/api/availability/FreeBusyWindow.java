package org.passerelle.api.availability;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.time.DayEnd;
import org.passerelle.time.Interval;

/** Reads what free/busy is asked for, in the forms that ISO 8601 and iCalendar have for it. */
final class FreeBusyWindow {

    private static final Duration LONGEST = Duration.ofDays(800);
    private static final Duration USUAL = Duration.ofDays(42);
    private static final int LONGEST_TEXT = 40;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "[uuuuMMdd][uuuu-MM-dd]['T'[HHmmss][HH:mm:ss][HH:mm]][XXX][XX][X]", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private FreeBusyWindow() {}

    /**
     * Empty if it cannot be understood, is empty or too long.
     *
     * @param zone of dates and times that say none
     */
    static Optional<Interval> of(
            @Nullable String start, @Nullable String end, @Nullable String period, Instant today, ZoneId zone) {
        if (end != null && period != null) {
            return Optional.empty();
        }
        try {
            Instant from = start == null ? today : moment(start, zone);
            Instant to = end == null ? from.plus(period == null ? USUAL : length(period)) : moment(end, zone);
            return Optional.of(Interval.of(from, to))
                    .filter(window -> window.length().compareTo(LONGEST) <= 0);
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A plus sign in an address is read as a blank. */
    private static Instant moment(String text, ZoneId zone) {
        String written = shortEnough(text).replace(' ', '+');
        int days = DayEnd.isIn(written) ? 1 : 0;
        TemporalAccessor read = MOMENT.parseBest(
                DayEnd.asMidnight(written), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (read instanceof OffsetDateTime moment) {
            return moment.plusDays(days).toInstant();
        }
        return read instanceof LocalDateTime time
                ? time.plusDays(days).atZone(zone).toInstant()
                : LocalDate.from(read).atStartOfDay(zone).toInstant();
    }

    private static Duration length(String text) {
        String period = shortEnough(text).toUpperCase(Locale.ROOT);
        return period.endsWith("W") ? Duration.ofDays(Period.parse(period).getDays()) : Duration.parse(period);
    }

    private static String shortEnough(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("Too long");
        }
        return text;
    }
}
