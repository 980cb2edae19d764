package org.passerelle.account.session;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** Forgets the sessions that lived in the memory of a node and ended with it. */
@Component
class M279_SessionsInTheStore implements Migration {

    @Override
    public int number() {
        return 279;
    }

    @Override
    public String description() {
        return "keep sessions in the store";
    }

    @Override
    public void apply(MongoDatabase database) {
        database.getCollection("browser_sessions").deleteMany(Filters.exists("digest", false));
    }
}
