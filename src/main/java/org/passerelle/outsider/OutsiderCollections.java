package org.passerelle.outsider;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/** What waits to be confirmed belongs to whoever has the address; of what is counted only digests are kept. */
@Component
class OutsiderCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(
                PersonalCollection.ownedBy(OutsiderRequestDocuments.COLLECTION, "address"),
                PersonalCollection.impersonal(RequestTallies.COLLECTION),
                PersonalCollection.impersonal(RequestPlaces.COLLECTION));
    }
}
