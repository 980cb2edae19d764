package org.passerelle.mail.inbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** The bytes of stored mail apart from what is written about it. */
@Component
class M090_InboxContents implements Migration {

    @Override
    public int number() {
        return 90;
    }

    @Override
    public String description() {
        return "Bytes of stored mail in a collection of their own";
    }

    @Override
    public void apply(MongoDatabase database) {
        MongoCollection<Document> mails = database.getCollection(InboxDocument.COLLECTION);
        MongoCollection<Document> contents = database.getCollection(InboxContent.COLLECTION);
        for (Document mail : mails.find(Filters.exists("raw"))) {
            String id = mail.getString("_id");
            contents.replaceOne(
                    Filters.eq("_id", id),
                    new Document("_id", id).append("raw", mail.get("raw")),
                    new ReplaceOptions().upsert(true));
            mails.updateOne(Filters.eq("_id", id), Updates.unset("raw"));
        }
        // Serves the mail log, a page at a time, and the forgetting of the oldest.
        mails.createIndex(Indexes.descending("received"), new IndexOptions().name("by_age"));
        // Serves the look at what is not dealt with, at start and now and then.
        mails.createIndex(Indexes.ascending("state"), new IndexOptions().name("by_state"));
    }
}
