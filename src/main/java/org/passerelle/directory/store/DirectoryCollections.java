package org.passerelle.directory.store;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/** What the directory says is published, and written by those who administer it, of whom its versions keep the id: whoever is named there is told so. */
@Component
class DirectoryCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(
                PersonalCollection.left("directory"),
                PersonalCollection.left("directoryVersions"),
                PersonalCollection.impersonal("claimNumbers"));
    }
}
