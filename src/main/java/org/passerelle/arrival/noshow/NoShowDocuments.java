package org.passerelle.arrival.noshow;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.passerelle.account.OrganisationId;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.booking.changelog.ChangeLog;
import org.passerelle.booking.model.BookingId;
import org.passerelle.directory.RoomId;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** What is known of dates to which nobody came, one document each, moments in milliseconds since 1970, and how far the change log was read for them. */
@Component
class NoShowDocuments {

    static final String COLLECTION = "noShows";

    private static final String POSITION = "position";

    private final MongoOperations mongo;

    NoShowDocuments(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Adding one again changes nothing. */
    void add(NoShow noShow) {
        String id = noShow.booking() + "/" + noShow.recurrenceId().getEpochSecond();
        Document document = new Document("_id", id)
                .append("booking", noShow.booking().value())
                .append("recurrenceId", noShow.recurrenceId().toEpochMilli())
                .append("start", noShow.start().toEpochMilli())
                .append("rooms", noShow.rooms().stream().map(RoomId::value).toList())
                .append("person", noShow.person().value())
                .append("private", noShow.isPrivate());
        noShow.organisation().ifPresent(organisation -> document.append("organisation", organisation.value()));
        collection().replaceOne(Filters.eq("_id", id), document, new ReplaceOptions().upsert(true));
    }

    /** Those that began at {@code since} or later, in no order. */
    List<NoShow> since(Instant since) {
        List<NoShow> found = new ArrayList<>();
        collection()
                .find(Filters.gte("start", since.toEpochMilli()))
                .map(NoShowDocuments::read)
                .into(found);
        return found;
    }

    private static NoShow read(Document document) {
        return new NoShow(
                new BookingId(document.getString("booking")),
                Instant.ofEpochMilli(document.getLong("recurrenceId")),
                Instant.ofEpochMilli(document.getLong("start")),
                document.getList("rooms", String.class).stream()
                        .map(RoomId::new)
                        .toList(),
                new ActorId(document.getString("person")),
                Optional.ofNullable(document.getString("organisation")).map(OrganisationId::new),
                document.getBoolean("private", true));
    }

    void forgetBefore(Instant start) {
        collection().deleteMany(Filters.lt("start", start.toEpochMilli()));
    }

    /** The last change that was read, or {@link ChangeLog#START}. */
    long position() {
        Document found = collection().find(Filters.eq("_id", POSITION)).first();
        return found == null ? ChangeLog.START : found.getLong("at");
    }

    /** Never moves back, whichever node reads. */
    void readTo(long position) {
        collection()
                .updateOne(Filters.eq("_id", POSITION), Updates.max("at", position), new UpdateOptions().upsert(true));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
