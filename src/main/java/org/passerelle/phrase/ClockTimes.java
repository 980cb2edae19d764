package org.passerelle.phrase;

import java.time.LocalTime;
import java.util.Optional;
import org.passerelle.phrase.PhraseRule.Matched;

/** A time of the day within a rule: 14h, 14h30, 14:30, 2pm, noon, or a bare number where the words before it say what it is. */
final class ClockTimes {

    private static final int HALF_A_DAY = 12;
    private static final int WHOLE_DAY = 24;

    /** Without more said, nobody meets so early: two o'clock is then in the afternoon. */
    private static final int EARLIEST = 7;

    private final Lexicon words;

    ClockTimes(Lexicon words) {
        this.words = words;
    }

    /** As it is written; {@code half} tells whether the half of the day is clear. */
    record ClockTime(int hours, int minutes, boolean half) {

        boolean isEarly() {
            return !half && hours > 0 && hours < EARLIEST;
        }

        ClockTime inTheAfternoon() {
            return new ClockTime(hours + HALF_A_DAY, minutes, true);
        }

        /** Whether something can begin then: not at 24:00. */
        boolean isWithinTheDay() {
            return hours < WHOLE_DAY;
        }

        LocalTime local() {
            return LocalTime.of(hours % WHOLE_DAY, minutes);
        }

        int minuteOfDay() {
            return hours * 60 + minutes;
        }
    }

    /** An expression whose groups begin with {@code x}. */
    String expression(String x) {
        String notCounted = "(?!\\s?-?(?:" + words.any("people") + "|" + words.any("minute") + "|" + words.any("hour")
                + "|" + words.any("kind.DESK") + "|" + words.any("times") + "|" + words.any("day") + "|"
                + words.any("week") + "|" + words.any("month-unit") + "|" + words.any("month")
                + ")(?![\\p{L}\\p{N}.]))";
        String minutes = "[0-5]\\d(?!\\d)" + notCounted;
        String hours = "\\s?" + words.any("hour-or-clock");
        return ("(?:(?<xh>[01]?\\d|2[0-4])(?:(?<xk>(?:\\sh\\s|" + hours + "\\s)(?<xl>" + minutes
                        + ")|h(?<xm>[0-5]\\d)?|" + hours + "|\\sh(?![\\p{L}\\p{N}]))|:(?<xn>[0-5]\\d)|\\s?(?<xc>"
                        + words.any("clock")
                        + ")|" + notCounted + "(?![\\d.,/]))(?:\\s(?:(?<xd>" + words.any("and-half") + ")|(?<xq>"
                        + words.any("and-quarter") + ")))?(?:\\s?(?:(?<xa>" + words.any("am") + ")|(?<xp>"
                        + words.any("pm") + ")))?|(?<xw>" + words.any("noon") + ")|(?<xz>" + words.any("midnight")
                        + "))")
                .replace("<x", "<" + x);
    }

    /** Whether it is a time by itself: a number with a colon, a half of the day, noon; not 14h, which may be a length. */
    static boolean isClear(Matched found, String x) {
        return found.has(x + "w")
                || found.has(x + "z")
                || found.has(x + "n")
                || found.has(x + "c")
                || hasHalf(found, x);
    }

    static boolean hasHalf(Matched found, String x) {
        return found.has(x + "a") || found.has(x + "p");
    }

    /** Whether hours are marked as such, as in 14h. */
    static boolean isMarked(Matched found, String x) {
        return found.has(x + "k");
    }

    /** Empty if there is no such time. */
    static Optional<ClockTime> read(Matched found, String x) {
        if (found.has(x + "w")) {
            return Optional.of(new ClockTime(HALF_A_DAY, 0, true));
        }
        if (found.has(x + "z")) {
            return Optional.of(new ClockTime(0, 0, true));
        }
        String digits = found.text(x + "h");
        int hours = Integer.parseInt(digits);
        int minutes = minutes(found, x);
        if (hasHalf(found, x)) {
            if (hours < 1 || hours > HALF_A_DAY) {
                return found.has(x + "p") && hours > HALF_A_DAY && hours < WHOLE_DAY
                        ? Optional.of(new ClockTime(hours, minutes, true))
                        : Optional.empty();
            }
            return Optional.of(
                    new ClockTime(hours % HALF_A_DAY + (found.has(x + "p") ? HALF_A_DAY : 0), minutes, true));
        }
        boolean isWhole = hours == WHOLE_DAY;
        return isWhole && minutes > 0
                ? Optional.empty()
                : Optional.of(new ClockTime(hours, minutes, hours > HALF_A_DAY || digits.startsWith("0")));
    }

    private static int minutes(Matched found, String x) {
        for (String group : new String[] {"l", "m", "n"}) {
            if (found.has(x + group)) {
                return Integer.parseInt(found.text(x + group));
            }
        }
        if (found.has(x + "d")) {
            return 30;
        }
        return found.has(x + "q") ? 15 : 0;
    }
}
