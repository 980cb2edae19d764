package org.passerelle.conference.closing;

import java.util.List;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The conferences that are still to be ended: a handful, none as a rule. They outlive a restart. */
@Component
class PendingEnds {

    private final MongoOperations mongo;

    PendingEnds(MongoOperations mongo) {
        this.mongo = mongo;
    }

    void add(PendingEnd end) {
        mongo.save(end);
    }

    List<PendingEnd> all() {
        return mongo.findAll(PendingEnd.class);
    }

    List<PendingEnd> of(String conference) {
        return all().stream().filter(end -> end.conference().equals(conference)).toList();
    }

    void remove(PendingEnd end) {
        mongo.remove(end);
    }
}
