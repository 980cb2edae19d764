package org.passerelle.booking.order;

import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.booking.order.ScheduleText.RhythmText;
import org.passerelle.time.InvalidRecurrence;
import org.passerelle.time.Recurrence;
import org.passerelle.time.RecurrenceEnd;
import org.passerelle.time.RecurrenceFault;
import org.passerelle.time.WrittenTimes;

/** Reads how often a series repeats that was chosen from a list. */
final class RhythmReader {

    private static final String BY_DATE = "date";

    /** How a rule begins that is in no list. */
    private static final String RULE = "FREQ=";

    private final RhythmText sent;
    private final OrderFaults faults;

    RhythmReader(RhythmText sent, OrderFaults faults) {
        this.sent = sent;
        this.faults = faults;
    }

    /**
     * Empty if it does not repeat, or something is wrong.
     *
     * @param first day of the series
     */
    Optional<Recurrence> read(LocalDate first) {
        if (sent.repeat().startsWith(RULE)) {
            return rule().flatMap(rule -> end(first).map(rule::withEnd));
        }
        Optional<Repeat> repeat = Repeat.parse(sent.repeat());
        if (repeat.isEmpty()) {
            faults.add(OrderFault.of(OrderField.REPEAT, RecurrenceFault.UNKNOWN_FREQUENCY, sent.repeat()));
        }
        return repeat.filter(rhythm -> rhythm != Repeat.NONE)
                .flatMap(rhythm -> end(first).map(end -> rhythm.rule(first, end)));
    }

    private Optional<Recurrence> rule() {
        try {
            return Optional.of(Recurrence.parse(sent.repeat()));
        } catch (InvalidRecurrence e) {
            faults.add(OrderField.REPEAT, e);
            return Optional.empty();
        }
    }

    private Optional<RecurrenceEnd> end(LocalDate first) {
        if (!sent.ends().equals(BY_DATE)) {
            return times().map(RecurrenceEnd.After::new);
        }
        Optional<LocalDate> last = faults.parsed(OrderField.LAST, sent.last(), WrittenTimes::date, OrderFaultCode.DATE);
        if (last.filter(day -> day.isBefore(first)).isPresent()) {
            faults.add(OrderFault.of(OrderField.LAST, RecurrenceFault.OUT_OF_RANGE, sent.last()));
            return Optional.empty();
        }
        return last.map(RecurrenceEnd.OnDate::new);
    }

    private Optional<Integer> times() {
        String digits = sent.times();
        boolean isNumber = digits.matches("[0-9]{1,3}")
                && Integer.parseInt(digits) >= 1
                && Integer.parseInt(digits) <= Repeat.MOST_TIMES;
        if (!isNumber) {
            faults.add(OrderFault.of(OrderField.TIMES, RecurrenceFault.OUT_OF_RANGE, digits));
        }
        return isNumber ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
    }
}
