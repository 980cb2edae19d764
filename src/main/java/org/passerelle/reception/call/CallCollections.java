package org.passerelle.reception.call;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/** Nobody says at a panel who they are. */
@Component
class CallCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(PersonalCollection.impersonal(HelpCallDocuments.COLLECTION));
    }
}
