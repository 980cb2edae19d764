package org.passerelle.time;

import java.time.DayOfWeek;
import java.util.Comparator;

/**
 * One value of BYDAY: every such weekday, or the n-th of the month or year.
 *
 * @param ordinal 0 for every; 1 is the first, -1 the last; at most 53 either way
 */
public record WeekdayNumber(int ordinal, DayOfWeek day) implements Comparable<WeekdayNumber> {

    private static final int MOST_WEEKS = 53;
    private static final String NUMBERING = "A weekday is numbered from 1 to 53 or from -1 to -53";
    private static final Comparator<WeekdayNumber> ORDER =
            Comparator.comparing(WeekdayNumber::ordinal).thenComparing(WeekdayNumber::day);

    /** @throws InvalidRecurrence if {@code ordinal} is beyond 53 either way */
    public WeekdayNumber {
        if (Math.abs(ordinal) > MOST_WEEKS) {
            throw new InvalidRecurrence(RecurrenceFault.OUT_OF_RANGE, "BYDAY=" + ordinal + code(day), NUMBERING);
        }
    }

    /** The n-th {@code day}, counted from the end when {@code ordinal} is negative; not 0. */
    public static WeekdayNumber of(int ordinal, DayOfWeek day) {
        if (ordinal == 0) {
            throw new InvalidRecurrence(RecurrenceFault.OUT_OF_RANGE, "BYDAY=0" + code(day), NUMBERING);
        }
        return new WeekdayNumber(ordinal, day);
    }

    /** Every {@code day}. */
    public static WeekdayNumber every(DayOfWeek day) {
        return new WeekdayNumber(0, day);
    }

    boolean isEvery() {
        return ordinal == 0;
    }

    /** Whether day {@code position} (from 1) of a stretch of {@code length} days is the one with this ordinal. */
    boolean numbers(int position, int length) {
        return isEvery() || ordinal == (position - 1) / 7 + 1 || -ordinal == (length - position) / 7 + 1;
    }

    static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    @Override
    public int compareTo(WeekdayNumber other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return (isEvery() ? "" : String.valueOf(ordinal)) + code(day);
    }
}
