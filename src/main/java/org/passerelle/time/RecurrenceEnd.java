package org.passerelle.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** How a series ends: never, after a number of occurrences, or at the latest at a moment (UNTIL, inclusive). */
public sealed interface RecurrenceEnd {

    /** No occurrence is later, whatever the rule: iCalendar writes years with four digits. */
    LocalDate LAST_DATE = LocalDate.of(9999, 12, 31);

    /** Whether an occurrence that starts at {@code start} is not past the end; counting is not done here. */
    boolean admits(Recurrence.Start start);

    /** No occurrence is on a later local date than this. */
    default LocalDate lastDate() {
        return LAST_DATE;
    }

    /**
     * The end of a series all of whose starts move by {@code shift} on the wall, so that it has as many: a moment moves along,
     * a day or a number that was said stays.
     */
    default RecurrenceEnd movedBy(Duration shift, ZoneId before, ZoneId after) {
        return this;
    }

    /** At most this many occurrences. */
    default long count() {
        return Long.MAX_VALUE;
    }

    /** Goes on for ever. */
    record Never() implements RecurrenceEnd {
        @Override
        public boolean admits(Recurrence.Start start) {
            return true;
        }

        @Override
        public String toString() {
            return "";
        }
    }

    /** Ends after {@code count} occurrences, 1 or more. */
    record After(long count) implements RecurrenceEnd {

        static final int MOST = 999_999_999;

        /** @throws InvalidRecurrence unless {@code count} is from 1 to 999,999,999 */
        public After {
            if (count < 1 || count > MOST) {
                throw new InvalidRecurrence(
                        RecurrenceFault.OUT_OF_RANGE,
                        "COUNT=" + count,
                        "A series has at least one occurrence, at most " + MOST);
            }
        }

        @Override
        public boolean admits(Recurrence.Start start) {
            return true;
        }

        @Override
        public String toString() {
            return "COUNT=" + count;
        }
    }

    /** Ends with the local day {@code date}, whatever the time. */
    record OnDate(LocalDate date) implements RecurrenceEnd {
        @Override
        public boolean admits(Recurrence.Start start) {
            return !start.local().toLocalDate().isAfter(date);
        }

        @Override
        public LocalDate lastDate() {
            return date;
        }

        @Override
        public String toString() {
            return "UNTIL=" + DateTimeFormatter.BASIC_ISO_DATE.format(date);
        }
    }

    /** Ends when clocks where the series takes place show {@code local}, cut to whole seconds. */
    record AtLocal(LocalDateTime local) implements RecurrenceEnd {

        static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

        public AtLocal {
            local = local.truncatedTo(ChronoUnit.SECONDS);
        }

        @Override
        public boolean admits(Recurrence.Start start) {
            return !start.local().isAfter(local);
        }

        @Override
        public LocalDate lastDate() {
            return local.toLocalDate();
        }

        @Override
        public RecurrenceEnd movedBy(Duration shift, ZoneId before, ZoneId after) {
            return new AtLocal(local.plus(shift));
        }

        @Override
        public String toString() {
            return "UNTIL=" + FORM.format(local);
        }
    }

    /** Ends at {@code instant}, cut to whole seconds: UNTIL in UTC. */
    record AtInstant(Instant instant) implements RecurrenceEnd {

        public AtInstant {
            instant = instant.truncatedTo(ChronoUnit.SECONDS);
        }

        @Override
        public boolean admits(Recurrence.Start start) {
            return !start.instant().isAfter(instant);
        }

        @Override
        public LocalDate lastDate() {
            var nextDay = utc().toLocalDate().plusDays(1);
            return nextDay.isBefore(LAST_DATE) ? nextDay : LAST_DATE;
        }

        @Override
        public RecurrenceEnd movedBy(Duration shift, ZoneId before, ZoneId after) {
            LocalDateTime local = LocalDateTime.ofInstant(instant, before).plus(shift);
            return new AtInstant(WallTime.instant(local, after));
        }

        @Override
        public String toString() {
            return "UNTIL=" + AtLocal.FORM.format(utc()) + "Z";
        }

        private LocalDateTime utc() {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
    }
}
