package org.passerelle.web;

import java.util.Locale;
import org.passerelle.calendar.fault.CalendarFault;
import org.passerelle.calendar.fault.CalendarFaultTexts;
import org.springframework.context.MessageSource;

/** Why a calendar is not understood, for people who have never seen one from within: without names of properties and what they hold. */
public final class CalendarFaultWords {

    private CalendarFaultWords() {}

    /** A clause, as {@link CalendarFaultTexts#of} has it, which stands where nothing in it is a code. */
    public static String of(CalendarFault fault, MessageSource messages, Locale locale) {
        String key =
                "calendar-fault." + fault.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String full = CalendarFaultTexts.of(fault, locale);
        String plain = messages.getMessage(key, fault.details().toArray(), "", locale);
        if (plain == null || plain.isEmpty()) {
            return full;
        }
        return fault.datesKept()
                ? String.valueOf(messages.getMessage("calendar-fault.dates-kept", new Object[] {plain}, plain, locale))
                : plain;
    }
}
