package org.passerelle.calendar.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.platform.text.Text;

/**
 * What is wrong with a calendar from outside, or with one event of it; {@link CalendarFaultTexts} tells it.
 *
 * @param details what its sentence is about, each one line without a vertical bar, which logs put between them: numbers, names of properties, a little of what is written there
 * @param datesKept whether other parts of the same event are followed, and its dates kept as those say
 */
public record CalendarFault(CalendarFaultCode code, List<String> details, boolean datesKept) {

    private static final int LONGEST_DETAIL = 80;

    public CalendarFault {
        details = details.stream()
                .map(detail -> Text.line(detail, LONGEST_DETAIL).replace('|', ' '))
                .toList();
    }

    public static CalendarFault of(CalendarFaultCode code, Object... details) {
        return new CalendarFault(
                code, Arrays.stream(details).map(String::valueOf).toList(), false);
    }

    public CalendarFault withDatesKept() {
        return new CalendarFault(code, details, true);
    }

    /** As logs keep it: the code and its details, which {@link #parse} reads again. */
    public List<String> written() {
        List<String> parts = new ArrayList<>(List.of(code.name()));
        parts.addAll(details);
        return parts;
    }

    /** What {@link #written} has written; empty for all else, such as the sentences of former versions. */
    public static Optional<CalendarFault> parse(List<String> written) {
        return Stream.of(CalendarFaultCode.values())
                .filter(code -> !written.isEmpty() && code.name().equals(written.get(0)))
                .findFirst()
                .map(code -> new CalendarFault(code, written.subList(1, written.size()), false));
    }
}
