package org.passerelle.booking.order;

import org.jspecify.annotations.Nullable;

/**
 * From when until when, as it was written, in one of these ways: {@code start} with {@code duration} or {@code end}; {@code date}
 * with {@code part}; {@code date} and {@code time} with {@code duration}, {@code kept} or {@code until}.
 *
 * @param start a wall time, or an instant that stands for one
 * @param duration in ISO 8601
 * @param end likewise, a wall time or an instant
 * @param timeZone in which wall times are meant, by its IANA name; left out, that of the place
 * @param date a day at the place
 * @param part the name of a {@link org.passerelle.time.DayPart}, whose hours are those of the place
 * @param time of that day at which it begins
 * @param until time of that day at which it ends; {@code 24:00} and {@code 00:00} are the end of the day
 * @param kept a length as {@link org.passerelle.time.EventDuration#toString} writes it, which was shown and comes back
 */
public record TimesText(
        @Nullable String start,
        @Nullable String duration,
        @Nullable String end,
        @Nullable String timeZone,
        @Nullable String date,
        @Nullable String part,
        @Nullable String time,
        @Nullable String until,
        @Nullable String kept) {

    /** In any of the ways that name no time of a day. */
    public static TimesText ofProgram(
            @Nullable String start,
            @Nullable String duration,
            @Nullable String end,
            @Nullable String timeZone,
            @Nullable String date,
            @Nullable String part) {
        return new TimesText(start, duration, end, timeZone, date, part, null, null, null);
    }

    public static TimesText ofPart(String date, String part) {
        return new TimesText(null, null, null, null, date, part, null, null, null);
    }

    public static TimesText until(String date, String time, String until) {
        return new TimesText(null, null, null, null, date, null, time, until, null);
    }

    public static TimesText lasting(String date, String time, String duration) {
        return new TimesText(null, duration, null, null, date, null, time, null, null);
    }

    public static TimesText keeping(String date, String time, String kept) {
        return new TimesText(null, null, null, null, date, null, time, null, kept);
    }

    /** Whether they are a time of a day. */
    boolean isTimeOfADay() {
        return time != null;
    }

    /** Whether they speak of a part of a day. */
    boolean isPartOfADay() {
        return !isTimeOfADay() && (date != null || part != null);
    }
}
