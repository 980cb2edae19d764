package org.passerelle.caldav.home;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountEnded;
import org.passerelle.account.PersonId;
import org.passerelle.caldav.xml.XmlName;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** {@link CalendarHomes}, one document a person, read by {@code _id} and written by that and its version. */
@Repository
class MongoCalendarHomes implements CalendarHomes {

    static final String COLLECTION = "calendarHomes";
    private static final String VERSION = "version";
    private static final String PROPERTIES = "properties";

    private final MongoOperations mongo;

    MongoCalendarHomes(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public CalendarHome of(PersonId person) {
        @Nullable
        Document stored = collection().find(Filters.eq("_id", person.text())).first();
        return stored == null
                ? CalendarHome.empty(person)
                : new CalendarHome(
                        person,
                        stored.getLong(VERSION),
                        stored.getList(PROPERTIES, Document.class, List.of()).stream()
                                .map(MongoCalendarHomes::property)
                                .toList());
    }

    @Override
    public boolean replace(CalendarHome changed) {
        Document document = new Document("_id", changed.person().text())
                .append("person", changed.person().text())
                .append(VERSION, changed.version() + 1)
                .append(
                        PROPERTIES,
                        changed.properties().stream()
                                .map(MongoCalendarHomes::document)
                                .toList());
        if (changed.version() == 0) {
            return insert(document);
        }
        return collection()
                        .replaceOne(
                                new Document("_id", changed.person().text()).append(VERSION, changed.version()),
                                document)
                        .getMatchedCount()
                == 1;
    }

    private boolean insert(Document document) {
        try {
            collection().insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void remove(PersonId person) {
        collection().deleteOne(Filters.eq("_id", person.text()));
    }

    @EventListener
    void on(AccountEnded ended) {
        remove(ended.id());
    }

    private static KeptProperty property(Document stored) {
        String child = stored.getString("child");
        return new KeptProperty(
                stored.getString("calendar"),
                new XmlName(stored.getString("namespace"), stored.getString("local")),
                stored.getString("text"),
                Optional.ofNullable(child).map(local -> new XmlName(stored.getString("childNamespace"), local)));
    }

    private static Document document(KeptProperty property) {
        Document document = new Document("calendar", property.calendar())
                .append("namespace", property.name().namespace())
                .append("local", property.name().local())
                .append("text", property.text());
        property.child()
                .ifPresent(child ->
                        document.append("childNamespace", child.namespace()).append("child", child.local()));
        return document;
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
