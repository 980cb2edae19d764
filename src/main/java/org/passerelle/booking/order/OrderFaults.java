package org.passerelle.booking.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.time.InvalidRecurrence;

/** Collects what is wrong with the text of one order, so that whoever wrote it learns all of it at once. */
final class OrderFaults {

    private final List<OrderFault> found = new ArrayList<>();

    void add(OrderField field, OrderFaultCode code) {
        found.add(OrderFault.of(field, code));
    }

    void add(OrderField field, String path, OrderFaultCode code) {
        found.add(OrderFault.of(field, path, code));
    }

    void add(OrderFault fault) {
        found.add(fault);
    }

    void add(OrderField field, InvalidRecurrence invalid) {
        found.add(OrderFault.of(field, invalid.fault(), invalid.part()));
    }

    /** What {@code parse} makes of {@code text}; if it throws, {@code code} is what is wrong, and without a text that it is missing. */
    <T> Optional<T> parsed(OrderField field, @Nullable String text, Function<String, T> parse, OrderFaultCode code) {
        return parsed(field, field.path(), text, parse, code);
    }

    <T> Optional<T> parsed(
            OrderField field, String path, @Nullable String text, Function<String, T> parse, OrderFaultCode code) {
        if (text == null) {
            add(field, path, OrderFaultCode.MISSING);
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException e) {
            add(field, path, code);
            return Optional.empty();
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** @param value what was read; it counts only if nothing is wrong */
    <T> OrderReading<T> with(Optional<T> value) {
        return new OrderReading<>(isEmpty() ? value : Optional.empty(), found);
    }
}
