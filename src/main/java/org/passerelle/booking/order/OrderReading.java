package org.passerelle.booking.order;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of reading a text.
 *
 * @param value empty exactly if there are faults
 * @param faults all that is wrong, in the order in which it was found
 */
public record OrderReading<T>(Optional<T> value, List<OrderFault> faults) {

    public OrderReading {
        faults = List.copyOf(faults);
        if (value.isPresent() != faults.isEmpty()) {
            throw new IllegalArgumentException("Either a value or faults: " + faults);
        }
    }

    /** The same with more that is wrong. */
    public OrderReading<T> faulty(List<OrderFault> more) {
        return more.isEmpty()
                ? this
                : new OrderReading<>(
                        Optional.empty(),
                        Stream.concat(faults.stream(), more.stream()).toList());
    }

    public static <T> OrderReading<T> of(T value) {
        return new OrderReading<>(Optional.of(value), List.of());
    }

    public static <T> OrderReading<T> faulty(OrderField field, OrderFaultCode code) {
        return new OrderReading<>(Optional.empty(), List.of(OrderFault.of(field, code)));
    }
}
