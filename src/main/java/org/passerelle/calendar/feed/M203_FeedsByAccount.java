package org.passerelle.calendar.feed;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.passerelle.account.IdsByAddress;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** Names the owners of feeds, and the people whose calendars they are, by id. Feeds of people without account are removed. */
@Component
class M203_FeedsByAccount implements Migration {

    private static final String OWNER = "owner";

    @Override
    public int number() {
        return 203;
    }

    @Override
    public String description() {
        return "name owners and people of feeds by id";
    }

    @Override
    public void apply(MongoDatabase database) {
        MongoCollection<Document> feeds = database.getCollection("feeds");
        IdsByAddress ids = IdsByAddress.of(database);
        ids.putInto(feeds, List.of(OWNER, "subject"), feed -> named(feed, ids));
        List<Document> known = new ArrayList<>();
        feeds.find().into(known);
        known.stream()
                .filter(feed -> feed.getString(OWNER).indexOf('@') >= 0)
                .forEach(feed -> feeds.deleteOne(Filters.eq("_id", feed.get("_id"))));
    }

    private static Optional<Bson> named(Document feed, IdsByAddress ids) {
        Document subject = feed.get("subject", Document.class);
        boolean isOfAPerson = subject.getString("scope").equals(FeedScope.PERSON.name());
        return ids.of(feed.getString(OWNER))
                .map(owner -> isOfAPerson
                        ? Updates.combine(
                                Updates.set(OWNER, owner),
                                Updates.set(
                                        "subject.of",
                                        ids.of(subject.getString("of")).orElse(owner)))
                        : Updates.set(OWNER, owner));
    }
}
