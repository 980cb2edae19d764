package org.passerelle.caldav.home;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/** What programs have left belongs to whom they left it with, and may name others. */
@Component
class CalendarHomeCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(
                PersonalCollection.ownedBy(MongoCalendarHomes.COLLECTION, "person")
                        .withoutTelling("version"),
                PersonalCollection.ownedBy(MongoCalendarHomes.TEXTS, "person").withoutTelling("_id"));
    }
}
