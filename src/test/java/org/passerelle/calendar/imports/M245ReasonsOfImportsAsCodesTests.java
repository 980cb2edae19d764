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

class M245ReasonsOfImportsAsCodesTests {

    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
    private final MongoDatabase database = client.getDatabase("imports");

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    private static Document document(String id, Document... broken) {
        return new Document("_id", id).append("found", new Document("broken", List.of(broken)));
    }

    @Test
    void letsTheCalendarsBeReadAgainOfWhichSomethingWasNotUnderstood() {
        Document sentence = new Document("uid", "x").append("line", 7).append("reason", "it has no DTSTART");
        Document version = new Document("sum", "abc");
        database.getCollection("imports")
                .insertMany(List.of(
                        document("whole").append("version", version),
                        document("partly", sentence).append("version", version)));

        new M245_ReasonsOfImportsAsCodes().apply(database);
        new M245_ReasonsOfImportsAsCodes().apply(database);

        assertThat(database.getCollection("imports").find())
                .containsExactlyInAnyOrder(document("whole").append("version", version), document("partly", sentence));
    }
}
