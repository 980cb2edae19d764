package org.passerelle.calendar.feed;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/** Feeds belong to whoever made them, also those of other things; feeds that others made of a person are among the mentions. */
@Component
class FeedCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(
                PersonalCollection.ownedBy("feeds", "owner", "subject.of").withoutTelling("_id", "slot", "content"));
    }
}
