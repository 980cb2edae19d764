package org.passerelle.account.deputy.mongo;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/**
 * Who stands in for whom, by the ids of accounts; it ends with either of the two accounts. The record of it goes
 * on naming ids, which name nobody then.
 */
@Component
class DeputyCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(
                PersonalCollection.ownedBy(DeputyshipDocument.COLLECTION, "principal", "deputy")
                        .withoutTelling("_id", "slot"),
                PersonalCollection.mentioning(MongoDeputyRecord.COLLECTION));
    }
}
