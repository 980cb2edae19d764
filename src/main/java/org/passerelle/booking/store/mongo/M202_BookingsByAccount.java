package org.passerelle.booking.store.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.passerelle.account.IdsByAddress;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/**
 * Names whoever has booked by the id of their account. Those of outsiders, of rooms and of people who had no account any more
 * keep the address, by which no account is ever meant. Versions stay, so {@link KeptDigests} has another form since then.
 */
@Component
class M202_BookingsByAccount implements Migration {

    private static final String PARTS = "bookings";
    private static final String ORGANISER = "organiser";

    @Override
    public int number() {
        return 202;
    }

    @Override
    public String description() {
        return "name organisers by id";
    }

    @Override
    public void apply(MongoDatabase database) {
        IdsByAddress ids = IdsByAddress.of(database);
        ids.putInto(
                database.getCollection(MongoBookings.COLLECTION),
                List.of(PARTS + "." + ORGANISER),
                document -> named(document, ids));
    }

    private static Optional<Bson> named(Document document, IdsByAddress ids) {
        List<Document> parts = document.getList(PARTS, Document.class, List.of());
        List<Bson> changes = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String field = PARTS + "." + i + "." + ORGANISER;
            ids.of(parts.get(i).getString(ORGANISER)).ifPresent(id -> changes.add(Updates.set(field, id)));
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(Updates.combine(changes));
    }
}
