package org.passerelle.webhook.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.passerelle.platform.Migration;
import org.passerelle.platform.OwnerSlots;
import org.springframework.stereotype.Component;

/** The indexes of webhooks and of what was sent to them. */
@Component
class M260_Webhooks implements Migration {

    @Override
    public int number() {
        return 260;
    }

    @Override
    public String description() {
        return "Indexes of webhooks";
    }

    @Override
    public void apply(MongoDatabase database) {
        MongoCollection<Document> webhooks = database.getCollection("webhooks");
        OwnerSlots.introduce(webhooks, "owner");
        // Serves every write, which names the version that was read.
        webhooks.createIndex(
                Indexes.ascending("_id", "version"),
                new IndexOptions().name("id_and_version").unique(true));
        MongoCollection<Document> deliveries = database.getCollection("webhookDeliveries");
        // Serves the end of a webhook.
        deliveries.createIndex(Indexes.ascending("webhook"), new IndexOptions().name("by_webhook"));
        // Serves forgetting what is long over.
        deliveries.createIndex(Indexes.ascending("ended"), new IndexOptions().name("by_end"));
    }
}
