package org.passerelle.outsider;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.passerelle.platform.Migration;
import org.passerelle.platform.OwnerSlots;
import org.springframework.stereotype.Component;

/** Each of the places for requests that wait is taken once. */
@Component
class M257_PlacesOfRequests implements Migration {

    @Override
    public int number() {
        return 257;
    }

    @Override
    public String description() {
        return "Places for requests of people without an account that wait";
    }

    @Override
    public void apply(MongoDatabase database) {
        MongoCollection<Document> places = database.getCollection(RequestPlaces.COLLECTION);
        OwnerSlots.introduce(places, "owner");
        // Serves finding those of one owner, and of one request.
        places.createIndex(Indexes.ascending("owner"));
        places.createIndex(Indexes.ascending("booking"));
    }
}
