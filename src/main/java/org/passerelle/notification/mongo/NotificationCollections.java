package org.passerelle.notification.mongo;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/** Which mails people chose, and which they were told of what concerns no single booking: by keys that are made of ids. */
@Component
class NotificationCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(
                PersonalCollection.ownedBy("mailChoices", "_id"),
                PersonalCollection.impersonal("notices"),
                PersonalCollection.impersonal("changeLogReaders"));
    }
}
