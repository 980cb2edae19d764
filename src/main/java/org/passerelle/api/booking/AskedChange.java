package org.passerelle.api.booking;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.model.BookingOrder;

/** Reads what is to become of an order, and remembers it for the case that rooms are taken. For one request. */
final class AskedChange implements UnaryOperator<BookingOrder> {

    private final BookingFields fields;
    private final RequestClocks clocks;
    private @Nullable BookingOrder asked;

    AskedChange(BookingFields fields, RequestClocks clocks) {
        this.fields = fields;
        this.clocks = clocks;
    }

    @Override
    public BookingOrder apply(BookingOrder standing) {
        BookingOrder order = OrderReader.change(fields, standing, clocks);
        asked = order;
        return order;
    }

    /** What was asked for, once it has been understood. */
    Attempt attempt() {
        return asked == null ? Attempt.UNTOLD : Attempt.of(asked);
    }
}
