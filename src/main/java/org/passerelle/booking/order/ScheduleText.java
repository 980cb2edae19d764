package org.passerelle.booking.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When something is to be, as it was written.
 *
 * @param recurrence an RRULE (RFC 5545 section 3.3.10); empty to take the rule away
 * @param rhythm said in the place of {@code recurrence} by who chooses from a list
 * @param exclude dates on which the recurrence is left out
 */
public record ScheduleText(
        TimesText times,
        @Nullable String recurrence,
        @Nullable RhythmText rhythm,
        @Nullable List<@Nullable String> exclude) {

    /**
     * How often, in the words of a list.
     *
     * @param repeat the name of a {@link Repeat}, or a rule that begins with {@code FREQ=} and whose end is said here
     * @param ends {@code date}, or anything else for a number of times
     * @param times how often, in digits; counts only without {@code date}
     * @param last day, inclusive; counts only with {@code date}
     */
    public record RhythmText(String repeat, String ends, String times, String last) {}

    /** Once. */
    public static ScheduleText once(TimesText times) {
        return new ScheduleText(times, null, null, null);
    }

    /** In that rhythm. */
    public static ScheduleText inRhythm(TimesText times, RhythmText rhythm) {
        return new ScheduleText(times, null, rhythm, null);
    }
}
