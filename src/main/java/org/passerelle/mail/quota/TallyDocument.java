package org.passerelle.mail.quota;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/** A tally as it is stored. */
final class TallyDocument {

    private TallyDocument() {}

    static Document of(String id, MailTally tally) {
        return new Document("_id", id)
                .append("version", tally.version())
                .append("since", Date.from(tally.since()))
                .append("counts", new Document(Map.copyOf(tally.counts())));
    }

    static MailTally toTally(Document document) {
        Map<String, Integer> counts = new HashMap<>();
        document.get("counts", new Document()).forEach((name, count) -> counts.put(name, ((Number) count).intValue()));
        return new MailTally(
                document.getLong("version"), document.getDate("since").toInstant(), counts);
    }

    static Bson begunBefore(Instant moment) {
        return Filters.lt("since", Date.from(moment));
    }
}
