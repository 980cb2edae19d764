package org.passerelle.booking.order;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.model.Schedule;
import org.passerelle.directory.SiteClock;
import org.passerelle.time.DayPart;
import org.passerelle.time.EventDuration;
import org.passerelle.time.HalfDays.LocalRange;
import org.passerelle.time.WrittenTimes;

/** Reads from when until when something is to be, laid over what stands, if anything does. */
final class TimesReader {

    private final TimesText sent;
    private final SiteClock clock;
    private final StandingDay day;
    private final OrderFaults faults;

    /**
     * @param clock of the site of the first room
     * @param day of what is to change
     */
    TimesReader(TimesText sent, SiteClock clock, StandingDay day, OrderFaults faults) {
        this.sent = sent;
        this.clock = clock;
        this.day = day;
        this.faults = faults;
    }

    /** What could be read; what is empty is wrong, and then there are faults. */
    record ReadTimes(Optional<LocalDateTime> start, ZoneId zone, Optional<EventDuration> length) {

        private static ReadTimes of(LocalDate date, LocalRange range, ZoneId zone) {
            return new ReadTimes(Optional.of(range.startOn(date)), zone, Optional.of(range.length()));
        }
    }

    ReadTimes read(@Nullable Schedule standing) {
        if (sent.isTimeOfADay()) {
            return ofDay();
        }
        return sent.isPartOfADay() ? ofPart() : ofProgram(standing);
    }

    private ReadTimes ofDay() {
        Optional<LocalDate> date = date();
        Optional<LocalTime> time =
                faults.parsed(OrderField.TIME, sent.time(), WrittenTimes::timeOfDay, OrderFaultCode.LOCAL_TIME);
        Optional<LocalDateTime> start = date.flatMap(on -> time.map(on::atTime));
        return new ReadTimes(start, clock.zone(), lengthOfDay(start));
    }

    private Optional<EventDuration> lengthOfDay(Optional<LocalDateTime> start) {
        if (sent.until() != null) {
            return faults.parsed(OrderField.UNTIL, sent.until(), WrittenTimes::endTime, OrderFaultCode.END)
                    .flatMap(end -> start.flatMap(from -> until(from, end)));
        }
        return sent.kept() != null
                ? faults.parsed(OrderField.DURATION, sent.kept(), WrittenTimes::keptLength, OrderFaultCode.DURATION)
                : duration();
    }

    private Optional<EventDuration> until(LocalDateTime start, LocalTime end) {
        LocalDate date = start.toLocalDate();
        LocalDateTime until = end.equals(LocalTime.MIDNIGHT) ? date.plusDays(1).atStartOfDay() : date.atTime(end);
        if (!until.isAfter(start)) {
            faults.add(OrderField.UNTIL, OrderFaultCode.END);
            return Optional.empty();
        }
        return Optional.of(WrittenTimes.between(start, until));
    }

    /** A part of a day and the day, each as it stands if it is not said; and nothing else. */
    ReadTimes ofPart() {
        ReadTimes nothing = new ReadTimes(Optional.empty(), clock.zone(), Optional.empty());
        if (sent.start() != null || sent.duration() != null || sent.end() != null) {
            refuseThreeWays();
            return nothing;
        }
        requireZone();
        Optional<LocalDate> date = sent.date() == null && day.date().isPresent() ? day.date() : date();
        Optional<DayPart> part = sent.part() == null && day.part().isPresent()
                ? day.part()
                : faults.parsed(OrderField.PART, sent.part(), DayPart::valueOf, OrderFaultCode.PART);
        return date.flatMap(on -> part.map(clock::range).map(range -> ReadTimes.of(on, range, clock.zone())))
                .orElse(nothing);
    }

    private void refuseThreeWays() {
        Stream.of(OrderField.START, OrderField.DURATION, OrderField.END, OrderField.DATE, OrderField.PART)
                .filter(field -> text(field) != null)
                .forEach(field -> faults.add(field, OrderFaultCode.THREE_WAYS));
    }

    private @Nullable String text(OrderField field) {
        return switch (field) {
            case START -> sent.start();
            case DURATION -> sent.duration();
            case END -> sent.end();
            case DATE -> sent.date();
            case PART -> sent.part();
            default -> null;
        };
    }

    /** The hours of a site are on its own clock; where there is no such room, that alone is told. */
    private void requireZone() {
        String zone = sent.timeZone();
        if (zone != null && !zone.equals(clock.zone().getId()) && !clock.equals(SiteClock.UNKNOWN)) {
            faults.add(OrderField.TIME_ZONE, OrderFaultCode.PART_ZONE);
        }
    }

    private ReadTimes ofProgram(@Nullable Schedule standing) {
        ZoneId zone = zone(standing == null ? clock.zone() : standing.zone());
        Optional<LocalDateTime> start =
                sent.start() == null && standing != null ? Optional.of(standing.start()) : start(zone);
        return new ReadTimes(start, zone, start.flatMap(from -> length(from, zone, standing)));
    }

    private Optional<EventDuration> length(LocalDateTime start, ZoneId zone, @Nullable Schedule standing) {
        if (isSaidTwice()) {
            return Optional.empty();
        }
        if (sent.end() != null) {
            return faults.parsed(
                    OrderField.END,
                    sent.end(),
                    text -> WrittenTimes.between(start, WrittenTimes.local(text, zone)),
                    OrderFaultCode.END);
        }
        return sent.duration() == null && standing != null ? Optional.of(standing.length()) : duration();
    }

    /** By a length and by an end, which is then a fault. */
    boolean isSaidTwice() {
        boolean isTwice = sent.duration() != null && sent.end() != null;
        if (isTwice) {
            faults.add(OrderField.END, OrderFaultCode.DURATION_OR_END);
        }
        return isTwice;
    }

    /** The one that was named, if there is such a zone. */
    ZoneId zone(ZoneId otherwise) {
        return Optional.ofNullable(sent.timeZone()).flatMap(WrittenTimes::zone).orElse(otherwise);
    }

    Optional<LocalDateTime> start(ZoneId zone) {
        return faults.parsed(
                OrderField.START, sent.start(), text -> WrittenTimes.local(text, zone), OrderFaultCode.LOCAL_TIME);
    }

    Optional<EventDuration> duration() {
        return faults.parsed(OrderField.DURATION, sent.duration(), WrittenTimes::length, OrderFaultCode.DURATION);
    }

    private Optional<LocalDate> date() {
        return faults.parsed(OrderField.DATE, sent.date(), WrittenTimes::date, OrderFaultCode.DATE);
    }
}
