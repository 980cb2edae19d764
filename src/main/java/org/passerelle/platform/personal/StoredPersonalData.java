package org.passerelle.platform.personal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.passerelle.platform.personal.PersonalCollection.ContentKind;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Looks through collections as they are described, for what they hold of somebody: copies it, or erases it. Reads every document. */
@Component
public class StoredPersonalData {

    private static final int A_BATCH = 100;

    private final MongoOperations mongo;

    public StoredPersonalData(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** The collections that there are. */
    public Set<String> names() {
        Set<String> names = new HashSet<>(mongo.getCollectionNames());
        names.removeIf(name -> name.startsWith("system."));
        return names;
    }

    /** Every text in a collection that may hold an address, however deep in its documents. */
    public Stream<String> texts(String collection) {
        List<String> texts = new ArrayList<>();
        for (Document document : documents(collection).find().batchSize(A_BATCH)) {
            addTexts(document, texts);
        }
        return texts.stream();
    }

    private static void addTexts(Object value, List<String> texts) {
        if (value instanceof String text) {
            if (text.indexOf('@') >= 0) {
                texts.add(text);
            }
        } else if (value instanceof Map<?, ?> parts) {
            parts.values().forEach(part -> addTexts(part, texts));
        } else if (value instanceof List<?> parts) {
            parts.forEach(part -> addTexts(part, texts));
        }
    }

    public HeldData held(PersonalCollection collection, DataSubject subject) {
        if (collection.content() == ContentKind.IMPERSONAL) {
            return HeldData.of(collection.name(), List.of(), 0);
        }
        DocumentErasure erasure = new DocumentErasure(subject);
        HeldDataSearch held = new HeldDataSearch(collection.name(), collection.content() == ContentKind.LEFT);
        for (Document document : documents(collection.name()).find().batchSize(A_BATCH)) {
            held.at(document.get("_id"), () -> {
                if (isTheirs(document, collection, subject)) {
                    held.add(PlainValues.of(document, collection.untold()));
                } else if (erasure.mentions(document)) {
                    held.mention();
                }
            });
        }
        return held.end();
    }

    /**
     * Removes the documents that belong to {@code subject}, but figures, and cuts them out of the others, one document at a time. One that is
     * written meanwhile is left for the next time.
     */
    public ErasureResult erase(PersonalCollection collection, DataSubject subject) {
        ErasureResult result = ErasureResult.NOTHING;
        if (collection.content() != ContentKind.CUT) {
            return result;
        }
        DocumentErasure erasure = new DocumentErasure(subject);
        for (Document document : documents(collection.name()).find().batchSize(A_BATCH)) {
            if (isTheirs(document, collection, subject) && !collection.isFigures()) {
                documents(collection.name()).deleteOne(Filters.eq("_id", document.get("_id")));
                result = result.and(ErasureResult.complete(1));
            } else {
                Document cut = erasure.cut(document);
                if (cut != document) {
                    result = result.and(replaced(documents(collection.name()), document, cut));
                }
            }
        }
        return result;
    }

    /** Only what is still as it was read: the fields that are cut are compared, so no edit of somebody else is lost. */
    private static ErasureResult replaced(MongoCollection<Document> collection, Document stored, Document cut) {
        Document as = new Document("_id", stored.get("_id"));
        Document set = new Document();
        Document unset = new Document();
        stored.forEach((name, value) -> {
            if (!cut.containsKey(name)) {
                unset.append(name, "");
            } else if (cut.get(name) != value) {
                as.append(name, value);
                set.append(name, cut.get(name));
            }
        });
        Document update = new Document();
        if (!set.isEmpty()) {
            update.append("$set", set);
        }
        if (!unset.isEmpty()) {
            update.append("$unset", unset);
        }
        boolean isDone = collection.updateOne(as, update).getMatchedCount() > 0;
        return new ErasureResult(isDone ? 1 : 0, isDone);
    }

    private static boolean isTheirs(Document document, PersonalCollection collection, DataSubject subject) {
        return collection.owners().stream().anyMatch(field -> subject.isAny(values(document, field)));
    }

    private static List<String> values(Document document, String field) {
        Object value = document;
        for (String part : field.split("\\.", -1)) {
            value = value instanceof Document parent ? parent.get(part) : null;
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .toList();
        }
        return value instanceof String text ? List.of(text) : List.of();
    }

    private MongoCollection<Document> documents(String name) {
        return Objects.requireNonNull(mongo.getCollection(name));
    }
}
