package org.passerelle.api.webhook;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.calendar.feed.FeedScope;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.webhook.model.Webhook;
import org.passerelle.webhook.model.WebhookEvent;
import org.passerelle.webhook.model.WebhookHealth;

/**
 * A webhook as listed, without its secret.
 *
 * @param state whether it takes what it is sent ({@code ACTIVE}), does not just now ({@code FAILING}), or has not for so long
 *     that nothing is sent any more ({@code PAUSED})
 * @param waiting so many events wait to be sent
 */
@Schema(name = "Webhook")
record WebhookView(
        String id,
        String url,

        @ArraySchema(schema = @Schema(example = "booking.created"))
        List<String> events,

        FeedScope scope,
        String of,
        FeedDetail detail,
        Instant createdAt,

        @Schema(allowableValues = {"ACTIVE", "FAILING", "PAUSED"})
        String state,

        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant lastDeliveredAt,
        int waiting) {

    static WebhookView of(Webhook webhook, String called) {
        WebhookHealth health = webhook.health();
        return new WebhookView(
                webhook.id(),
                webhook.target().url().toString(),
                webhook.target().events().stream()
                        .sorted()
                        .map(WebhookEvent::token)
                        .toList(),
                webhook.target().subject().scope(),
                called,
                webhook.target().detail(),
                webhook.createdAt(),
                health.state().name(),
                health.failures(),
                health.failingSince().orElse(null),
                health.lastDelivered().orElse(null),
                webhook.queue().size());
    }
}
