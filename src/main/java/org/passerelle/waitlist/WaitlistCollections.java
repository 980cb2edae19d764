package org.passerelle.waitlist;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/** Who waits for rooms, and for what. */
@Component
class WaitlistCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(PersonalCollection.ownedBy("waitlist", "person").withoutTelling("version", "place"));
    }
}
