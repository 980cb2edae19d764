package org.passerelle.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.account.session.M201_TokensByAccount;
import org.passerelle.account.store.M200_IdsOfAccounts;
import org.passerelle.platform.digest.Digests;

class IdsByAddressTests {

    private static final String CAMILLE = "camille@atelier-brie.example";
    private static final String GONE = "gone@atelier-brie.example";

    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
    private final MongoDatabase database = client.getDatabase("ids");

    @BeforeEach
    void storeAnOlderFolder() {
        people().insertOne(new Document("_id", CAMILLE)
                .append("name", "Camille")
                .append("password", "{bcrypt}of Camille"));
        tokens().insertMany(List.of(
                new Document("_id", "t1").append("owner", CAMILLE), new Document("_id", "t2").append("owner", GONE)));
        database.getCollection("preferences").insertOne(new Document("_id", CAMILLE).append("language", "fr"));
        database.getCollection("organisations")
                .insertOne(new Document("_id", "atelier-brie").append("name", "Atelier"));
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    private MongoCollection<Document> people() {
        return database.getCollection("people");
    }

    private MongoCollection<Document> tokens() {
        return database.getCollection("tokens");
    }

    private void migrate() {
        new M200_IdsOfAccounts().apply(database);
        new M201_TokensByAccount().apply(database);
    }

    private static Document tokenOf(String id) {
        return new Document("_id", "t1").append("owner", id).append("stamp", Digests.hex("{bcrypt}of Camille"));
    }

    private Document camille() {
        return people().find(Filters.eq("email", CAMILLE)).first();
    }

    private List<Document> all(String collection) {
        return database.getCollection(collection).find().into(new ArrayList<>());
    }

    @Test
    void givesPeopleIdsThatAreNotTheirAddresses() {
        migrate();

        String id = camille().getString("_id");
        assertThat(id).doesNotContain("@").hasSize(32);
        assertThat(people().countDocuments()).isEqualTo(1);
        assertThat(camille()).containsEntry("name", "Camille");
        assertThat(all("tokens")).containsExactly(tokenOf(id));
        assertThat(all("preferences")).containsExactly(new Document("_id", id).append("language", "fr"));
        assertThat(all("organisations"))
                .singleElement()
                .satisfies(each -> assertThat(each).containsEntry("slug", "atelier-brie"));
    }

    @Test
    void goesOnWhereACrashHasLeftIt() {
        new M200_IdsOfAccounts().apply(database);
        String id = camille().getString("_id");
        people().insertOne(new Document("_id", CAMILLE)
                .append("name", "Camille")
                .append("password", "{bcrypt}of Camille"));
        database.getCollection("preferences").insertOne(new Document("_id", id).append("language", "fr"));

        migrate();
        migrate();

        assertThat(people().countDocuments()).isEqualTo(1);
        assertThat(camille()).containsEntry("_id", id);
        assertThat(all("tokens")).containsExactly(tokenOf(id));
        assertThat(all("preferences")).containsExactly(new Document("_id", id).append("language", "fr"));
    }

    @Test
    void changesMoreDocumentsThanABatchHolds() {
        List<Document> many = new ArrayList<>();
        for (int i = 0; i < 1_700; i++) {
            many.add(new Document("_id", "many" + i).append("owner", CAMILLE));
        }
        tokens().insertMany(many);

        migrate();

        assertThat(tokens().countDocuments(Filters.eq("owner", camille().getString("_id"))))
                .isEqualTo(1_701);
    }
}
