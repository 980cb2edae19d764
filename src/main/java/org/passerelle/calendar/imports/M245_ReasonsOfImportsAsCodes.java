package org.passerelle.calendar.imports;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/**
 * Why an event is not understood was kept as an English sentence, and now is as a code. Calendars with such events are read again
 * at their next look, as if they had changed.
 */
@Component
class M245_ReasonsOfImportsAsCodes implements Migration {

    @Override
    public int number() {
        return 245;
    }

    @Override
    public String description() {
        return "read imports with events that are not understood again";
    }

    @Override
    public void apply(MongoDatabase database) {
        MongoCollection<Document> imports = database.getCollection("imports");
        List<Document> known = new ArrayList<>();
        imports.find().into(known);
        for (Document each : known) {
            Document found = each.get("found", Document.class);
            boolean hasSome = found != null
                    && !found.getList("broken", Document.class, List.of()).isEmpty();
            if (hasSome) {
                imports.updateOne(Filters.eq("_id", each.get("_id")), Updates.unset("version"));
            }
        }
    }
}
