package org.passerelle.calendar.read;

import java.util.Arrays;
import java.util.List;
import org.passerelle.calendar.fault.CalendarFault;
import org.passerelle.calendar.fault.CalendarFaultCode;

/** Thrown when a part of a calendar cannot be understood; says why. */
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    private final CalendarFaultCode code;
    private final List<String> details;

    /** @param details what the sentence of {@code code} is about */
    Unreadable(CalendarFaultCode code, Object... details) {
        super(code.name());
        this.code = code;
        this.details = Arrays.stream(details).map(String::valueOf).toList();
    }

    public CalendarFault fault() {
        return new CalendarFault(code, details, false);
    }
}
