package org.passerelle.calendar.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.passerelle.i18n.LanguageBundle;

/** Puts into words what is wrong with calendars: a clause that begins small and ends without a full stop. */
public final class CalendarFaultTexts {

    private static final LanguageBundle MESSAGES = new LanguageBundle("org/passerelle/calendar/fault/messages");

    private static final int MOST_DETAILS = 2;

    private CalendarFaultTexts() {}

    /** In the spoken language that is nearest to {@code wished}. */
    public static String of(CalendarFault fault, Locale wished) {
        List<String> details = new ArrayList<>(fault.details());
        while (details.size() < MOST_DETAILS) {
            details.add("");
        }
        String clause = MESSAGES.text(key(fault.code()), wished, details.toArray());
        return fault.datesKept() ? MESSAGES.text("dates-kept", wished, clause) : clause;
    }

    /** The key of its clause, such as {@code no-uid}. */
    static String key(CalendarFaultCode code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
