package org.passerelle.api.booking;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.api.BookingRefusal;
import org.passerelle.booking.BookingOrder;

/** Reads what is to become of an order, and remembers it for the case that rooms are taken. For one request. */
final class AskedChange implements UnaryOperator<BookingOrder> {

    private final BookingFields fields;
    private @Nullable BookingOrder asked;

    AskedChange(BookingFields fields) {
        this.fields = fields;
    }

    @Override
    public BookingOrder apply(BookingOrder standing) {
        BookingOrder order = OrderReader.change(fields, standing);
        asked = order;
        return order;
    }

    /** The refusal by rules, with what {@code person} asked for. */
    BookingRefusal.Refused refused(Person person, BookingRefusal.Refused refusal) {
        return asked == null ? refusal : refusal.when(person, asked);
    }

    /** The refusal, with what {@code person} asked for. */
    BookingRefusal.Occupied refused(Person person, BookingRefusal.Occupied refusal) {
        return asked == null ? refusal : refusal.when(person, asked);
    }
}
