package org.passerelle.webhook.store;

import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.PersonId;
import org.passerelle.calendar.feed.FeedScope;
import org.passerelle.calendar.feed.FeedSubject;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.webhook.model.Webhook;
import org.passerelle.webhook.model.Webhook.WebhookLease;
import org.passerelle.webhook.model.Webhook.WebhookProgress;
import org.passerelle.webhook.model.WebhookEvent;
import org.passerelle.webhook.model.WebhookHealth;
import org.passerelle.webhook.model.WebhookTarget;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A webhook as stored. Its secret is not: it follows from the id and a key of the installation.
 *
 * @param slot see {@link org.passerelle.platform.OwnerSlots}
 */
@Document("webhooks")
record WebhookDocument(
        @Id String id,
        String owner,
        int slot,
        StoredTarget target,
        Instant createdAt,
        long position,
        long events,
        StoredHealth health,
        List<StoredDelivery> queue,
        @Nullable StoredLease lease,
        long version) {

    /** What is told where. */
    record StoredTarget(String url, List<WebhookEvent> events, FeedScope scope, String of, FeedDetail detail) {}

    /** Whether it is taken. */
    record StoredHealth(
            boolean paused,
            int failures,
            @Nullable Instant failingSince,
            @Nullable Instant lastDelivered,
            Instant next) {}

    /** Who sends. */
    record StoredLease(String node, Instant until) {}

    static WebhookDocument of(Webhook webhook, int slot) {
        WebhookTarget target = webhook.target();
        WebhookHealth health = webhook.health();
        return new WebhookDocument(
                webhook.id(),
                webhook.owner().text(),
                slot,
                new StoredTarget(
                        target.url().toString(),
                        target.events().stream().sorted().toList(),
                        target.subject().scope(),
                        target.subject().of(),
                        target.detail()),
                webhook.createdAt(),
                webhook.progress().position(),
                webhook.progress().events(),
                new StoredHealth(
                        health.isPaused(),
                        health.failures(),
                        health.failingSince().orElse(null),
                        health.lastDelivered().orElse(null),
                        health.next()),
                webhook.queue().stream().map(StoredDelivery::of).toList(),
                webhook.lease()
                        .map(held -> new StoredLease(held.node(), held.until()))
                        .orElse(null),
                webhook.version());
    }

    Webhook toWebhook() {
        return new Webhook(
                id,
                PersonId.read(owner),
                new WebhookTarget(
                        URI.create(target.url()),
                        EnumSet.copyOf(target.events()),
                        new FeedSubject(target.scope(), target.of()),
                        target.detail()),
                createdAt,
                new WebhookProgress(position, events),
                new WebhookHealth(
                        health.paused(),
                        health.failures(),
                        Optional.ofNullable(health.failingSince()),
                        Optional.ofNullable(health.lastDelivered()),
                        health.next()),
                queue.stream().map(StoredDelivery::toDelivery).toList(),
                Optional.ofNullable(lease).map(held -> new WebhookLease(held.node(), held.until())),
                version);
    }
}
