package org.passerelle.booking.order;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.order.TimesReader.ReadTimes;
import org.passerelle.directory.SiteClock;
import org.passerelle.time.InvalidRecurrence;
import org.passerelle.time.Recurrence;
import org.passerelle.time.WrittenTimes;

/** Reads when a booking is to be, laid over when it is, if it stands. */
final class ScheduleReader {

    private final ScheduleText sent;
    private final @Nullable Schedule standing;
    private final OrderFaults faults;

    ScheduleReader(ScheduleText sent, @Nullable Schedule standing, OrderFaults faults) {
        this.sent = sent;
        this.standing = standing;
        this.faults = faults;
    }

    /** Empty if the times are wrong; not only then may there be faults. */
    Optional<Schedule> read(SiteClock clock, StandingDay day) {
        ReadTimes times = new TimesReader(sent.times(), clock, day, faults).read(standing);
        Optional<Recurrence> recurrence = times.start().flatMap(from -> recurrence(from, times.zone()));
        Set<LocalDate> exclude = exclude();
        return times.start()
                .flatMap(from ->
                        times.length().map(length -> new Schedule(from, times.zone(), length, recurrence, exclude)));
    }

    private Optional<Recurrence> recurrence(LocalDateTime start, ZoneId zone) {
        if (sent.rhythm() != null) {
            return new RhythmReader(sent.rhythm(), faults).read(start.toLocalDate());
        }
        if (sent.recurrence() == null) {
            return standing == null
                    ? Optional.empty()
                    : standing.movedTo(start, zone).recurrence();
        }
        return sent.recurrence().isBlank() ? Optional.empty() : rule(sent.recurrence());
    }

    private Optional<Recurrence> rule(String text) {
        try {
            return Optional.of(Recurrence.parse(text));
        } catch (InvalidRecurrence e) {
            faults.add(OrderField.RECURRENCE, e);
            return Optional.empty();
        }
    }

    private Set<LocalDate> exclude() {
        List<@Nullable String> dates = sent.exclude();
        if (dates == null) {
            return standing == null ? Set.of() : standing.exclude();
        }
        if (dates.size() > Schedule.MOST_EXCLUDED) {
            faults.add(OrderField.EXCLUDE, OrderFaultCode.EXCLUDE_COUNT);
            return Set.of();
        }
        Set<LocalDate> read = new HashSet<>();
        dates.forEach(text -> faults.parsed(OrderField.EXCLUDE, text, WrittenTimes::date, OrderFaultCode.DATE)
                .ifPresent(read::add));
        return read;
    }
}
