package org.passerelle.calendar.imports;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** Moves calendars that were handed in as text out of the documents that every list of imports reads. */
@Component
class M240_TextsOfImportsApart implements Migration {

    private static final String SOURCE = "subject.source";

    @Override
    public int number() {
        return 240;
    }

    @Override
    public String description() {
        return "keep the texts of imports apart";
    }

    @Override
    public void apply(MongoDatabase database) {
        MongoCollection<Document> imports = database.getCollection("imports");
        MongoCollection<Document> texts = database.getCollection("import_texts");
        List<Document> known = new ArrayList<>();
        imports.find(Filters.eq("subject.kind", "TEXT")).into(known);
        for (Document each : known) {
            String text = each.get("subject", Document.class).getString("source");
            if (text != null && !text.isEmpty()) {
                Object id = each.get("_id");
                texts.replaceOne(
                        Filters.eq("_id", id),
                        new Document("_id", id).append("text", text),
                        new ReplaceOptions().upsert(true));
                imports.updateOne(Filters.eq("_id", id), Updates.set(SOURCE, ""));
            }
        }
    }
}
