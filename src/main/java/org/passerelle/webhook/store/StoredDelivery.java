package org.passerelle.webhook.store;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.webhook.model.BookingEvent;
import org.passerelle.webhook.model.DeliveryProblem;
import org.passerelle.webhook.model.DeliveryState;
import org.passerelle.webhook.model.DeliveryTries;
import org.passerelle.webhook.model.WebhookDelivery;
import org.passerelle.webhook.model.WebhookEvent;

/** A delivery as stored, in the queue of its webhook or on its own once it is over. */
record StoredDelivery(
        long number,
        long position,
        String booking,
        WebhookEvent type,
        BookingPart part,
        Instant at,
        long bookingVersion,
        DeliveryState state,
        int tries,
        @Nullable Instant first,
        @Nullable Instant last,
        int status,
        @Nullable DeliveryProblem problem,
        Instant next) {

    static StoredDelivery of(WebhookDelivery delivery) {
        BookingEvent event = delivery.event();
        DeliveryTries tries = delivery.tries();
        return new StoredDelivery(
                delivery.number(),
                event.position(),
                event.booking().value(),
                event.type(),
                event.part(),
                event.at(),
                event.version(),
                delivery.state(),
                tries.count(),
                tries.first().orElse(null),
                tries.last().orElse(null),
                tries.status(),
                tries.problem().orElse(null),
                tries.next());
    }

    WebhookDelivery toDelivery() {
        return new WebhookDelivery(
                number,
                new BookingEvent(position, new BookingId(booking), type, part, at, bookingVersion),
                state,
                new DeliveryTries(
                        tries,
                        Optional.ofNullable(first),
                        Optional.ofNullable(last),
                        status,
                        Optional.ofNullable(problem),
                        next));
    }
}
