package org.passerelle.waitlist;

import com.mongodb.client.MongoDatabase;
import org.passerelle.account.IdsByAddress;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** Names those who wait by id. Nothing is held for those without an account, whom it leaves as they are. */
@Component
class M204_WaitlistByAccount implements Migration {

    @Override
    public int number() {
        return 204;
    }

    @Override
    public String description() {
        return "name those who wait by id";
    }

    @Override
    public void apply(MongoDatabase database) {
        IdsByAddress.of(database).putInto(database.getCollection(WaitlistDocument.COLLECTION), "person");
    }
}
