package org.passerelle.platform.personal;

import java.util.List;
import org.springframework.stereotype.Component;

/** What the platform itself keeps: which migrations were applied, keys of the installation, and whether a restore is under way. */
@Component
class PlatformCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(
                PersonalCollection.impersonal("migrations"),
                PersonalCollection.impersonal("keys"),
                PersonalCollection.impersonal("restoring"));
    }
}
