package org.passerelle.reception;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/**
 * Guests have no accounts; who has one and is named as a guest is cut out like anywhere else. That one has come is under a digest,
 * which leads to nobody once the name is gone.
 */
@Component
class GuestCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(
                PersonalCollection.mentioning(GuestListDocuments.COLLECTION),
                PersonalCollection.impersonal(GuestArrivalDocuments.COLLECTION));
    }
}
