package org.passerelle.web.book;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.passerelle.booking.model.Schedule;
import org.passerelle.directory.SiteClock;
import org.passerelle.time.DayPart;
import org.passerelle.time.EventDuration;
import org.passerelle.time.HalfDays.LocalRange;
import org.passerelle.time.Recurrence;
import org.passerelle.time.RecurrenceEnd;

/** Reads when a booking is to be. */
public final class ScheduleReader {

    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_TIMES = 750;

    private final BookingForm.When when;
    private final BookingForm.Series series;
    private final SiteClock clocks;
    private final Complaints complaints;

    public ScheduleReader(BookingForm.When when, BookingForm.Series series, SiteClock clocks, Complaints complaints) {
        this.when = when;
        this.series = series;
        this.clocks = clocks;
        this.complaints = complaints;
    }

    /** When people meet the first time. */
    private record Meeting(LocalDateTime start, EventDuration length) {}

    /** Empty when it cannot be read; then there are complaints. */
    public Optional<Schedule> schedule() {
        return meeting()
                .flatMap(meeting -> single(meeting)
                        .or(() -> recurrence(meeting.start().toLocalDate())
                                .map(rule -> schedule(meeting).withRecurrence(Optional.of(rule)))));
    }

    /** As {@link #schedule()}, without the repetitions. */
    public Optional<Schedule> firstDate() {
        return meeting().map(this::schedule);
    }

    private Optional<Schedule> single(Meeting meeting) {
        return series.repeats() ? Optional.empty() : Optional.of(schedule(meeting));
    }

    private Schedule schedule(Meeting meeting) {
        return new Schedule(meeting.start(), clocks.zone(), meeting.length(), Optional.empty(), Set.of());
    }

    private Optional<Meeting> meeting() {
        Optional<LocalDate> date = read("date", when.date(), ScheduleReader::date, "book.error.date");
        String length = when.length();
        Optional<DayPart> part = Length.part(length);
        if (part.isPresent()) {
            LocalRange range = clocks.range(part.get());
            return date.map(day -> new Meeting(range.startOn(day), range.length()));
        }
        Optional<LocalTime> start = read("start", when.start(), LocalTime::parse, "book.error.start");
        if (length.equals(Length.CUSTOM)) {
            Optional<LocalTime> until = read("until", when.until(), ScheduleReader::end, "book.error.until");
            return date.flatMap(day -> start.flatMap(from -> until.flatMap(to -> between(day, from, to))));
        }
        Optional<EventDuration> said = Length.said(length);
        if (said.isEmpty()) {
            complaints.add("length", "book.error.length");
        }
        return date.flatMap(day ->
                start.flatMap(from -> said.map(duration -> new Meeting(day.atTime(from), duration))));
    }

    private Optional<Meeting> between(LocalDate day, LocalTime start, LocalTime end) {
        boolean isEndOfDay = end.equals(LocalTime.MIDNIGHT);
        if (!isEndOfDay && !end.isAfter(start)) {
            complaints.add("until", "book.error.until");
            return Optional.empty();
        }
        LocalDateTime until = isEndOfDay ? day.plusDays(1).atStartOfDay() : day.atTime(end);
        return Optional.of(new Meeting(day.atTime(start), EventDuration.between(day.atTime(start), until)));
    }

    private Optional<Recurrence> recurrence(LocalDate first) {
        Optional<Repeat> repeat = Repeat.parse(series.repeat());
        if (repeat.isEmpty()) {
            complaints.add("repeat", "book.error.repeat");
        }
        return repeat.flatMap(rhythm -> end(first).map(end -> rhythm.rule(first, end)));
    }

    private Optional<RecurrenceEnd> end(LocalDate first) {
        if (series.ends().equals("date")) {
            Optional<LocalDate> last = read("last", series.last(), ScheduleReader::date, "book.error.last");
            if (last.filter(day -> day.isBefore(first)).isPresent()) {
                complaints.add("last", "book.error.last");
                return Optional.empty();
            }
            return last.map(RecurrenceEnd.OnDate::new);
        }
        String times = series.times().strip();
        if (times.matches("[0-9]{1,3}") && Integer.parseInt(times) >= 1 && Integer.parseInt(times) <= MOST_TIMES) {
            return Optional.of(new RecurrenceEnd.After(Integer.parseInt(times)));
        }
        complaints.add("times", "book.error.times", MOST_TIMES);
        return Optional.empty();
    }

    /** A time that something ends at: {@code 24:00}, the end of the day, is its midnight. */
    public static LocalTime end(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() < FIRST_YEAR || date.getYear() >= LAST_YEAR) {
            throw new DateTimeException("Far from any booking");
        }
        return date;
    }

    private <T> Optional<T> read(String field, String text, Function<String, T> parser, String key) {
        try {
            return Optional.of(parser.apply(text.strip()));
        } catch (DateTimeException e) {
            complaints.add(field, key);
            return Optional.empty();
        }
    }
}
