package org.passerelle.calendar.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.passerelle.i18n.Languages;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Puts into words what is wrong with calendars: a clause that begins small and ends without a full stop. */
public final class CalendarFaultTexts {

    private static final ResourceBundleMessageSource MESSAGES = new ResourceBundleMessageSource();

    private static final int MOST_DETAILS = 2;

    static {
        MESSAGES.setBasename("org/passerelle/calendar/fault/messages");
        MESSAGES.setDefaultEncoding("UTF-8");
        MESSAGES.setFallbackToSystemLocale(false);
        MESSAGES.setAlwaysUseMessageFormat(true);
    }

    private CalendarFaultTexts() {}

    /** In the spoken language that is nearest to {@code wished}. */
    public static String of(CalendarFault fault, Locale wished) {
        Locale locale = Languages.nearest(wished);
        List<String> details = new ArrayList<>(fault.details());
        while (details.size() < MOST_DETAILS) {
            details.add("");
        }
        String clause = text(key(fault.code()), locale, details.toArray());
        return fault.datesKept() ? text("dates-kept", locale, clause) : clause;
    }

    /** The key of its clause, such as {@code no-uid}. */
    static String key(CalendarFaultCode code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(String key, Locale locale, Object... details) {
        return MESSAGES.getMessage(key, details, locale);
    }
}
