package org.passerelle.privacy.mongo;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/** Of an erasure that is over nothing is known but ids; while it is under way it has to know whom it is about, and forgets it itself. */
@Component
class PrivacyCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(
                PersonalCollection.impersonal(MongoCopyNotes.COLLECTION),
                PersonalCollection.impersonal(MongoErasureRecords.COLLECTION),
                PersonalCollection.impersonal(MongoRetentionRuns.COLLECTION));
    }
}
