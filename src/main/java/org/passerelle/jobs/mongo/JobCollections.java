package org.passerelle.jobs.mongo;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/** What was done at its time is told by ids of bookings. */
@Component
class JobCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(PersonalCollection.impersonal("dueActions"));
    }
}
