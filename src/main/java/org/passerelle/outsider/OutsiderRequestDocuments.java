package org.passerelle.outsider;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.BookingId;
import org.passerelle.directory.RoomId;
import org.passerelle.outsider.OutsiderRequest.OutsiderSubject;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Requests that wait to be confirmed, one document each, moments in milliseconds since 1970; forgotten once they are, or cannot be any more. */
@Component
class OutsiderRequestDocuments {

    static final String COLLECTION = "outsiderRequests";

    private final MongoOperations mongo;

    OutsiderRequestDocuments(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Its mail is owed from now on. */
    void add(OutsiderRequest request) {
        collection()
                .insertOne(new Document("_id", request.id().value())
                        .append("address", request.address().value())
                        .append("name", request.name())
                        .append("language", request.language().toLanguageTag())
                        .append("room", request.room().value())
                        .append("start", request.start().toString())
                        .append("end", request.end().toString())
                        .append("title", request.about().title())
                        .append("notes", request.about().notes())
                        .append("headcount", request.about().headcount())
                        .append("asked", request.asked().toEpochMilli())
                        .append("mailed", false));
    }

    /** Also one that can be confirmed no more. */
    Optional<OutsiderRequest> find(BookingId id) {
        return Optional.ofNullable(collection().find(eq("_id", id.value())).first())
                .map(OutsiderRequestDocuments::read);
    }

    /** Those whose mail is owed, at most {@code most}. */
    List<OutsiderRequest> unmailed(int most) {
        return collection()
                .find(eq("mailed", false))
                .limit(most)
                .map(OutsiderRequestDocuments::read)
                .into(new ArrayList<>());
    }

    void noteMailed(BookingId id) {
        collection().updateOne(eq("_id", id.value()), Updates.set("mailed", true));
    }

    void remove(BookingId id) {
        collection().deleteOne(eq("_id", id.value()));
    }

    void forgetAskedBefore(Instant moment) {
        collection().deleteMany(lt("asked", moment.toEpochMilli()));
    }

    private static OutsiderRequest read(Document document) {
        return new OutsiderRequest(
                new BookingId(document.getString("_id")),
                new EmailAddress(document.getString("address")),
                document.getString("name"),
                Locale.forLanguageTag(document.getString("language")),
                new RoomId(document.getString("room")),
                LocalDateTime.parse(document.getString("start")),
                LocalDateTime.parse(document.getString("end")),
                new OutsiderSubject(
                        document.getString("title"), document.getString("notes"), document.getInteger("headcount")),
                Instant.ofEpochMilli(document.getLong("asked")));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
