package org.passerelle.account;

import org.bson.Document;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Counts organisations from a thousand million upwards, where no room is ever numbered. */
@Component
class CountedOrganisationNumbers implements OrganisationNumbers {

    private static final int FIRST = 1_000_000_000;

    private final MongoTemplate mongo;

    CountedOrganisationNumbers(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public int of(OrganisationId id) {
        Document counter = mongo.findAndModify(
                Query.query(Criteria.where("_id").is("organisations")),
                new Update().inc("last", 1),
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                Document.class,
                "counters");
        if (counter == null) {
            throw new IllegalStateException("An upsert that returns the new document returned none");
        }
        return FIRST + counter.getInteger("last");
    }
}
