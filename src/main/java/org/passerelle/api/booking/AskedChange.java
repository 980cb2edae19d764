package org.passerelle.api.booking;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.Fields;
import org.passerelle.booking.caps.OwnBooking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.order.OrderReader;
import org.passerelle.booking.order.OrderText;
import org.passerelle.booking.order.StandingDay;

/** Reads what is to become of an order, and remembers it for the case that rooms are taken. For one request. */
final class AskedChange implements UnaryOperator<BookingOrder> {

    private final BookingFields fields;
    private final OrderText text;
    private final RequestClocks clocks;
    private @Nullable BookingOrder asked;

    /** @param text what {@code fields} order */
    AskedChange(BookingFields fields, OrderText text, RequestClocks clocks) {
        this.fields = fields;
        this.text = text;
        this.clocks = clocks;
    }

    /** @throws org.passerelle.api.InvalidRequest naming every field that makes no sense */
    @Override
    public BookingOrder apply(BookingOrder standing) {
        Fields errors = new Fields();
        if (fields.hold() != null) {
            errors.refuse("hold", "booking.hold-only-at-creation");
        }
        if (fields.onBehalfOf() != null) {
            errors.refuse("onBehalfOf", "booking.on-behalf-only-at-creation");
        }
        BookingOrder order = errors.accepted(
                OrderReader.change(text, standing, clocks.of(text.rooms(), standing.rooms()), day(standing)));
        asked = order;
        return order;
    }

    private StandingDay day(BookingOrder standing) {
        Schedule schedule = standing.schedule();
        return StandingDay.on(
                schedule.start().toLocalDate(),
                clocks.at(standing.rooms()).flatMap(there -> there.partAt(schedule.first())));
    }

    /**
     * What was asked for, once it has been understood.
     *
     * @param own the booking that was to change
     */
    Attempt attempt(OwnBooking own) {
        return asked == null ? Attempt.UNTOLD : new Attempt.Whole(Optional.of(asked), Optional.of(own));
    }
}
