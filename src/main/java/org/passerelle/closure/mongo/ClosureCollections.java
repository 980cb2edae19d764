package org.passerelle.closure.mongo;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/** Closures are by managers, by id; the dates that they hit name whoever booked. */
@Component
class ClosureCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(
                PersonalCollection.mentioning("closures"),
                PersonalCollection.mentioning("closureDates"),
                PersonalCollection.impersonal("closedDays"));
    }
}
