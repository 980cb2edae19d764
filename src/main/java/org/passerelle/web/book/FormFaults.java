package org.passerelle.web.book;

import java.util.Comparator;
import java.util.Optional;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.order.OrderFault;
import org.passerelle.booking.order.OrderFaultCode;
import org.passerelle.booking.order.OrderReading;
import org.passerelle.booking.order.Repeat;

/** Says in words, each at its field, what is wrong with what stands in a form. */
public final class FormFaults {

    private FormFaults() {}

    /** What was read; empty when there are faults, of which there are complaints now, in the order of the form. */
    public static <T> Optional<T> told(OrderReading<T> reading, Complaints complaints) {
        reading.faults().stream()
                .sorted(Comparator.comparing(OrderFault::field))
                .forEach(fault -> tell(fault, complaints));
        return reading.value();
    }

    public static void tell(OrderFault fault, Complaints complaints) {
        switch (fault.field()) {
            case TITLE -> title(fault, complaints);
            case DATE -> complaints.add("date", "book.error.date");
            case TIME, START, TIME_ZONE -> complaints.add("start", "book.error.start");
            case UNTIL, END -> complaints.add("until", "book.error.until");
            case DURATION, PART -> complaints.add("length", "book.error.length");
            case ROOMS -> complaints.add("rooms", "book.error.rooms", BookingOrder.MOST_ROOMS);
            case PROVIDER, URL, SIP, H323, PHONE, PIN -> complaints.add("quality", "book.error.provider");
            case QUALITY -> complaints.add("quality", "book.error.quality");
            case REPEAT, RECURRENCE, EXCLUDE -> complaints.add("repeat", "book.error.repeat");
            case TIMES -> complaints.add("times", "book.error.times", Repeat.MOST_TIMES);
            case LAST -> complaints.add("last", "book.error.last");
            case ON_CONFLICT -> complaints.add("conflict", "book.error.conflict");
            case OVERRIDE -> complaints.add("rooms", "book.error.override");
            case HEADCOUNT -> complaints.add("people", "book.error.people");
            case LAYOUT -> complaints.add("layout", "book.error.layout");
            case SERVICES -> complaints.add("services", "book.error.services");
            case NOTES -> complaints.add("notes", "book.error.text", Content.LONGEST_NOTES);
            case ATTENDEES -> attendees(fault, complaints);
            case VISIBILITY -> throw new IllegalStateException("No form asks for " + fault.path());
        }
    }

    private static void attendees(OrderFault fault, Complaints complaints) {
        if (fault.is(OrderFaultCode.ATTENDEES_COUNT)) {
            complaints.add("invited", "people.error.many", Content.MOST_ATTENDEES);
        } else if (fault.is(OrderFaultCode.INVITED_TWICE)) {
            complaints.add("invited", "people.error.twice", position(fault));
        } else {
            complaints.add("invited", "people.error.address", position(fault));
        }
    }

    /** Of the person in the list, from 1 on. */
    private static int position(OrderFault fault) {
        return Integer.parseInt(fault.path().replaceAll("\\D", "")) + 1;
    }

    private static void title(OrderFault fault, Complaints complaints) {
        if (fault.is(OrderFaultCode.MISSING) || fault.is(OrderFaultCode.BLANK)) {
            complaints.add("title", "book.error.title");
        } else {
            complaints.add("title", "book.error.text", Content.LONGEST_TITLE);
        }
    }
}
