package org.passerelle.booking.order;

import java.util.List;
import java.util.Locale;
import org.passerelle.time.RecurrenceFault;

/**
 * Something that is wrong with the text of an order.
 *
 * @param path of the value, such as {@code attendees[2].email}; for most fields just their name
 * @param code what is wrong: that of an {@link OrderFaultCode}, or {@code recurrence.} and that of a {@link RecurrenceFault}
 * @param details what a sentence about it would name
 */
public record OrderFault(OrderField field, String path, String code, List<String> details) {

    public OrderFault {
        details = List.copyOf(details);
    }

    public static OrderFault of(OrderField field, OrderFaultCode code) {
        return of(field, field.path(), code);
    }

    static OrderFault of(OrderField field, String path, OrderFaultCode code) {
        return new OrderFault(field, path, code.code(), List.of());
    }

    /** @param part of the rule that is at fault */
    static OrderFault of(OrderField field, RecurrenceFault fault, String part) {
        String name = fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new OrderFault(field, field.path(), "recurrence." + name, List.of(part));
    }

    public boolean is(OrderFaultCode other) {
        return code.equals(other.code());
    }
}
