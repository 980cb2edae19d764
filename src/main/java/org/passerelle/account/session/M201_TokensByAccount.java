package org.passerelle.account.session;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.passerelle.account.IdsByAddress;
import org.passerelle.platform.Migration;
import org.passerelle.platform.digest.Digests;
import org.springframework.stereotype.Component;

/** Names the owners of tokens and preferences by id. What belonged to people who had no account any more is removed. */
@Component
public class M201_TokensByAccount implements Migration {

    @Override
    public int number() {
        return 201;
    }

    @Override
    public String description() {
        return "name owners of tokens and preferences by id";
    }

    @Override
    public void apply(MongoDatabase database) {
        // Serves the list of somebody's sessions on a replica set; the embedded server scans for it.
        database.getCollection("browser_sessions")
                .createIndex(Indexes.ascending("owner"), new IndexOptions().name("browser_sessions_by_owner"));
        IdsByAddress ids = IdsByAddress.of(database);
        MongoCollection<Document> tokens = database.getCollection("tokens");
        ids.putInto(tokens, "owner");
        List<Document> known = new ArrayList<>();
        tokens.find().into(known);
        known.stream()
                .filter(token -> token.getString("owner").indexOf('@') >= 0)
                .forEach(token -> tokens.deleteOne(Filters.eq("_id", token.get("_id"))));
        stamp(tokens, database.getCollection("people"));
        preferences(database.getCollection("preferences"), ids);
    }

    /** Those that are there were made under the passwords of today, as far as anybody knows. */
    private static void stamp(MongoCollection<Document> tokens, MongoCollection<Document> people) {
        List<Document> unstamped = new ArrayList<>();
        tokens.find(Filters.exists("stamp", false)).into(unstamped);
        for (Document token : unstamped) {
            Document owner =
                    people.find(Filters.eq("_id", token.getString("owner"))).first();
            String password = owner == null ? "" : owner.get("password", "");
            tokens.updateOne(Filters.eq("_id", token.get("_id")), Updates.set("stamp", Digests.hex(password)));
        }
    }

    /** Their {@code _id} is whose they are, so each is written anew before the old one goes. */
    private static void preferences(MongoCollection<Document> preferences, IdsByAddress ids) {
        List<Document> old = new ArrayList<>();
        preferences.find().into(old);
        old.removeIf(each -> each.getString("_id").indexOf('@') < 0);
        for (Document each : old) {
            String address = each.getString("_id");
            Optional<String> id = ids.of(address);
            if (id.isPresent() && preferences.find(Filters.eq("_id", id.get())).first() == null) {
                Document renamed = new Document(each);
                renamed.put("_id", id.get());
                preferences.insertOne(renamed);
            }
            preferences.deleteOne(Filters.eq("_id", address));
        }
    }
}
