package org.passerelle.calendar.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class M240TextsOfImportsApartTests {

    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
    private final MongoDatabase database = client.getDatabase("imports");

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    private static Document before(String id, String kind, String source) {
        return new Document("_id", id).append("subject", new Document("kind", kind).append("source", source));
    }

    @Test
    void movesTextsAndNothingElseAndMayBeAppliedAgain() {
        database.getCollection("imports")
                .insertMany(List.of(
                        before("text", "TEXT", "BEGIN:VCALENDAR"), before("url", "URL", "https://example.org/x.ics")));

        new M240_TextsOfImportsApart().apply(database);
        new M240_TextsOfImportsApart().apply(database);

        assertThat(database.getCollection("import_texts").find())
                .containsExactly(new Document("_id", "text").append("text", "BEGIN:VCALENDAR"));
        assertThat(database.getCollection("imports").find())
                .containsExactlyInAnyOrder(
                        before("text", "TEXT", ""), before("url", "URL", "https://example.org/x.ics"));
    }
}
