package org.passerelle.platform.personal;

import java.util.List;
import org.springframework.stereotype.Component;

/** What the platform itself keeps: which migrations were applied, and keys of the installation. */
@Component
class PlatformCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(PersonalCollection.impersonal("migrations"), PersonalCollection.impersonal("keys"));
    }
}
