package org.passerelle.api.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.passerelle.webhook.model.DeliveryProblem;
import org.passerelle.webhook.model.DeliveryState;
import org.passerelle.webhook.model.DeliveryTries;
import org.passerelle.webhook.model.WebhookDelivery;

/**
 * One event on its way to a webhook, or at the end of it.
 *
 * @param event its id, as the receiver is told it
 * @param status of the last answer (HTTP); null if there was none
 * @param problem why the last try failed; null if it did not
 * @param nextAt not tried before; null once it is over
 */
@Schema(name = "WebhookDelivery")
record DeliveryView(
        String id,
        String event,
        String type,
        String booking,
        Instant at,
        DeliveryState state,
        int tries,
        @Nullable Instant lastTriedAt,
        @Nullable Integer status,
        @Nullable DeliveryProblem problem,
        @Nullable Instant nextAt) {

    static DeliveryView of(WebhookDelivery delivery) {
        DeliveryTries tries = delivery.tries();
        return new DeliveryView(
                Long.toString(delivery.number()),
                Long.toString(delivery.event().position()),
                delivery.event().type().token(),
                delivery.event().booking().value(),
                delivery.event().at(),
                delivery.state(),
                tries.count(),
                tries.last().orElse(null),
                tries.status() == 0 ? null : tries.status(),
                tries.problem().orElse(null),
                delivery.state() == DeliveryState.WAITING ? tries.next() : null);
    }
}
