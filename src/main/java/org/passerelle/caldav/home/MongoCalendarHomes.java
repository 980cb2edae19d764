package org.passerelle.caldav.home;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountEnded;
import org.passerelle.account.PersonId;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.platform.digest.Digests;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * {@link CalendarHomes}, one document a person, read by {@code _id} and written by that and its version; texts are documents of
 * their own, since they are large.
 */
@Repository
class MongoCalendarHomes implements CalendarHomes {

    static final String COLLECTION = "calendarHomes";
    private static final String VERSION = "version";
    static final String TEXTS = "calendarTexts";
    private static final String PERSON = "person";
    private static final String PROPERTIES = "properties";
    private static final String REFUSED = "refused";
    private static final String OBJECTS = "objects";
    private static final String TEXT = "text";
    private static final int NAME_BITS = 128;
    private static final int MOST_TEXTS = 2_000;

    private final MongoOperations mongo;

    /** What is kept under a name is never another text. */
    private final Cache<String, String> texts =
            Caffeine.newBuilder().maximumSize(MOST_TEXTS).build();

    MongoCalendarHomes(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public CalendarHome of(PersonId person) {
        @Nullable
        Document stored = collection().find(Filters.eq("_id", person.text())).first();
        return stored == null ? CalendarHome.empty(person) : home(stored);
    }

    private static CalendarHome home(Document stored) {
        return new CalendarHome(
                PersonId.read(stored.getString("_id")),
                stored.getLong(VERSION),
                stored.getList(PROPERTIES, Document.class, List.of()).stream()
                        .map(MongoCalendarHomes::property)
                        .toList(),
                stored.getList(OBJECTS, Document.class, List.of()).stream()
                        .map(LaidObjectDocument::toObject)
                        .toList());
    }

    @Override
    public List<CalendarHome> refusedSince(Instant since) {
        List<CalendarHome> found = new ArrayList<>();
        for (Document stored : collection().find(Filters.gte(REFUSED, since.toEpochMilli()))) {
            found.add(home(stored));
        }
        return found;
    }

    @Override
    public boolean replace(CalendarHome changed) {
        Document document = new Document("_id", changed.person().text())
                .append(PERSON, changed.person().text())
                .append(VERSION, changed.version() + 1)
                .append(
                        PROPERTIES,
                        changed.properties().stream()
                                .map(MongoCalendarHomes::document)
                                .toList())
                .append(
                        OBJECTS,
                        changed.objects().stream().map(LaidObjectDocument::of).toList());
        changed.drafts()
                .filter(draft -> !draft.refusals().isEmpty())
                .map(LaidObject::at)
                .max(Comparator.naturalOrder())
                .ifPresent(last -> document.append(REFUSED, last.toEpochMilli()));
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
        mongo.getCollection(TEXTS).deleteMany(Filters.eq(PERSON, person.text()));
        texts.invalidateAll();
    }

    @Override
    public String keepText(PersonId person, String text) {
        String name = Digests.randomText(NAME_BITS);
        mongo.getCollection(TEXTS)
                .insertOne(
                        new Document("_id", name).append(PERSON, person.text()).append(TEXT, text));
        return name;
    }

    @Override
    public Optional<String> text(String name) {
        Optional<String> known = Optional.ofNullable(texts.getIfPresent(name));
        if (known.isPresent()) {
            return known;
        }
        @Nullable
        Document stored =
                mongo.getCollection(TEXTS).find(Filters.eq("_id", name)).first();
        Optional<String> text = Optional.ofNullable(stored).map(document -> document.getString(TEXT));
        text.ifPresent(found -> texts.put(name, found));
        return text;
    }

    @Override
    public void forgetText(String name) {
        mongo.getCollection(TEXTS).deleteOne(Filters.eq("_id", name));
        texts.invalidate(name);
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
