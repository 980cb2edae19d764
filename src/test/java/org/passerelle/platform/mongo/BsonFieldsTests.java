package org.passerelle.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.UuidRepresentation;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class BsonFieldsTests {

    private static final Document EVERY_TYPE = new Document("double", 1.5)
            .append("text", "Comité d'été 🏢")
            .append("document", new Document("deep", new Document("deeper", 1)))
            .append("list", List.of(1, "two", new Document("three", 3)))
            .append("bytes", new Binary(new byte[] {1, 2, 3}))
            .append("id", new ObjectId("65f000000000000000000001"))
            .append("uuid", UUID.fromString("7d444840-9dc0-11d1-b245-5ffdce74fad2"))
            .append("yes", true)
            .append("date", Date.from(Instant.parse("2026-03-29T01:00:00Z")))
            .append("nothing", null)
            .append("expression", Pattern.compile("^a.*b$", Pattern.CASE_INSENSITIVE))
            .append("number", 7)
            .append("timestamp", new BsonTimestamp(1, 2))
            .append("long", 1L << 60)
            .append("decimal", new Decimal128(4))
            .append("least", new MinKey())
            .append("most", new MaxKey());

    private static byte[] bytes() {
        RawBsonDocument raw = new RawBsonDocument(
                EVERY_TYPE,
                CodecRegistries.withUuidRepresentation(
                                MongoClientSettings.getDefaultCodecRegistry(), UuidRepresentation.STANDARD)
                        .get(Document.class));
        byte[] bytes = new byte[raw.getByteBuffer().remaining()];
        raw.getByteBuffer().get(bytes);
        return bytes;
    }

    @Test
    void readsEachFieldAsTheWholeDocumentHasIt() {
        de.bwaldvogel.mongo.bson.Document whole = Bson.document(bytes());

        assertThat(whole.keySet()).isEqualTo(EVERY_TYPE.keySet());
        for (String name : whole.keySet()) {
            de.bwaldvogel.mongo.bson.Document one = BsonFields.read(bytes(), Set.of(name, "missing"));
            assertThat(one.keySet()).containsExactly(name);
            // Regular expressions have no equality of their own.
            assertThat(Bson.document(one))
                    .isEqualTo(Bson.document(new de.bwaldvogel.mongo.bson.Document(name, whole.get(name))));
        }
    }

    @Test
    void knowsWhichFieldsAQueryLooksAt() {
        var query = new de.bwaldvogel.mongo.bson.Document("bookings.state", "HELD").append("version", 1);

        assertThat(BsonFields.of(query)).containsExactlyInAnyOrder("bookings", "version");
        assertThat(BsonFields.of(query.append("$or", List.of()))).isNull();
    }

    @Test
    void knowsWhichFieldsAProjectionAnswers() {
        var projection = new de.bwaldvogel.mongo.bson.Document("bookings.state", 1).append("_id", 0);

        assertThat(BsonFields.included(projection)).containsExactlyInAnyOrder("_id", "bookings");
        assertThat(BsonFields.included(new de.bwaldvogel.mongo.bson.Document("notes", 0)))
                .isNull();
    }
}
