package org.passerelle.notification.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** Finds what is owed by its time and by its booking, where the server has such indexes. */
@Component
class M263_OwedNotificationsByTime implements Migration {

    @Override
    public int number() {
        return 263;
    }

    @Override
    public String description() {
        return "find owed notifications by time and booking";
    }

    @Override
    public void apply(MongoDatabase database) {
        MongoCollection<Document> owed = database.getCollection(MongoOwedNotifications.COLLECTION);
        owed.createIndex(Indexes.ascending(NotificationDocument.NEXT), new IndexOptions().name("by_time"));
        owed.createIndex(Indexes.ascending(NotificationDocument.BOOKING), new IndexOptions().name("by_booking"));
    }
}
