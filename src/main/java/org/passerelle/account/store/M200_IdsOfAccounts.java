package org.passerelle.account.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.passerelle.account.AccountId;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/**
 * Gives people ids that are not their addresses, and organisations a name beside their id. First each person's new document
 * is written, by whose unique address a repetition finds it again, and then the old one is removed.
 */
@Component
public class M200_IdsOfAccounts implements Migration {

    @Override
    public int number() {
        return 200;
    }

    @Override
    public String description() {
        return "give people and organisations ids of their own";
    }

    @Override
    public void apply(MongoDatabase database) {
        MongoCollection<Document> people = database.getCollection("people");
        // Serves signing in and everything else that is asked by address. Those that have ended have none.
        people.createIndex(
                Indexes.ascending("email"),
                new IndexOptions().name("people_by_email").unique(true).sparse(true));
        List<Document> old = new ArrayList<>();
        people.find().into(old);
        old.removeIf(person -> person.getString("_id").indexOf('@') < 0);
        for (Document person : old) {
            String address = person.getString("_id");
            if (people.find(Filters.eq("email", address)).first() == null) {
                Document renamed = new Document(person);
                renamed.put("_id", AccountId.random().text());
                people.insertOne(renamed.append("email", address));
            }
            people.deleteOne(Filters.eq("_id", address));
        }
        nameOrganisations(database.getCollection("organisations"));
    }

    private static void nameOrganisations(MongoCollection<Document> organisations) {
        // Serves finding an organisation by the name that people give it. Those that have ended have none.
        organisations.createIndex(
                Indexes.ascending("slug"),
                new IndexOptions().name("organisations_by_slug").unique(true).sparse(true));
        List<Document> known = new ArrayList<>();
        organisations.find().into(known);
        known.removeIf(organisation -> organisation.containsKey("slug") || organisation.containsKey("ended"));
        known.forEach(organisation -> organisations.updateOne(
                Filters.eq("_id", organisation.getString("_id")), Updates.set("slug", organisation.getString("_id"))));
    }
}
