package org.passerelle.arrival.noshow;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/** To which dates nobody came: by the ids of accounts, which name nobody once they are erased, and digests of the addresses of others. */
@Component
class NoShowCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(PersonalCollection.figuresOf(NoShowDocuments.COLLECTION, "person"));
    }
}
