package org.passerelle.webhook.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.passerelle.account.PersonId;
import org.passerelle.platform.OwnerSlots;
import org.passerelle.webhook.model.Webhook;
import org.passerelle.webhook.model.WebhookDelivery;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * The stored webhooks, each with what waits for it, so that one write of one document moves it on; and, apart, what became of
 * what was sent.
 */
@Repository
public class WebhookDocuments {

    private final MongoTemplate mongo;

    public WebhookDocuments(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** All of everybody; there are few. */
    public List<Webhook> all() {
        return mongo.findAll(WebhookDocument.class).stream()
                .map(WebhookDocument::toWebhook)
                .toList();
    }

    public Optional<Webhook> find(String id) {
        return document(id).map(WebhookDocument::toWebhook);
    }

    private Optional<WebhookDocument> document(String id) {
        return Optional.ofNullable(mongo.findById(id, WebhookDocument.class));
    }

    /** Oldest first. */
    public List<Webhook> ownedBy(PersonId owner) {
        return mongo.find(query(where("owner").is(owner.text())), WebhookDocument.class).stream()
                .map(WebhookDocument::toWebhook)
                .sorted(Comparator.comparing(Webhook::createdAt).thenComparing(Webhook::id))
                .toList();
    }

    /** Adds it unless its owner has {@code most} already; whether it did. */
    public boolean add(Webhook webhook, int most) {
        List<Integer> taken =
                mongo.find(query(where("owner").is(webhook.owner().text())), WebhookDocument.class).stream()
                        .map(WebhookDocument::slot)
                        .toList();
        return OwnerSlots.insert(most, taken, slot -> mongo.insert(WebhookDocument.of(webhook, slot)));
    }

    /**
     * Makes another of a webhook, whoever else changes it at the same time.
     *
     * @param change called again with what another has made of it meanwhile; may answer the very same to change nothing
     * @return as it is now; empty if there is none
     */
    public Optional<Webhook> change(String id, UnaryOperator<Webhook> change) {
        while (true) {
            Optional<WebhookDocument> stored = document(id);
            if (stored.isEmpty()) {
                return Optional.empty();
            }
            Webhook before = stored.get().toWebhook();
            Webhook after = change.apply(before);
            if (after == before) {
                return Optional.of(before);
            }
            Webhook next = after.atVersion(before.version() + 1);
            if (replace(next, stored.get())) {
                return Optional.of(next);
            }
        }
    }

    private boolean replace(Webhook next, WebhookDocument stored) {
        // Flat, and on exactly the fields of an index, for the embedded database.
        return mongo.replace(
                                query(where("_id")
                                        .is(stored.id())
                                        .and("version")
                                        .is(stored.version())),
                                WebhookDocument.of(next, stored.slot()))
                        .getModifiedCount()
                > 0;
    }

    /** Forgets it and all that was sent to it; whether there was one. */
    public boolean remove(String id) {
        boolean was =
                mongo.remove(query(where("_id").is(id)), WebhookDocument.class).getDeletedCount() > 0;
        mongo.remove(query(where("webhook").is(id)), EndedDelivery.class);
        return was;
    }

    /** Notes that a delivery is over, or how it ended this time. */
    public void note(String webhook, WebhookDelivery ended, Instant now) {
        mongo.save(
                new EndedDelivery(EndedDelivery.id(webhook, ended.number()), webhook, now, StoredDelivery.of(ended)));
    }

    /** Those of a webhook that are over, with numbers from {@code from} to {@code to}, both included; the newest first. */
    public List<WebhookDelivery> ended(String webhook, long from, long to) {
        List<String> ids = LongStream.rangeClosed(from, to)
                .mapToObj(number -> EndedDelivery.id(webhook, number))
                .toList();
        return mongo.find(query(where("_id").in(ids)), EndedDelivery.class).stream()
                .map(each -> each.delivery().toDelivery())
                .sorted(Comparator.comparing(WebhookDelivery::number).reversed())
                .toList();
    }

    /** Forgets what was over before {@code before}. */
    public void forgetBefore(Instant before) {
        mongo.remove(query(where("ended").lt(before)), EndedDelivery.class);
    }
}
