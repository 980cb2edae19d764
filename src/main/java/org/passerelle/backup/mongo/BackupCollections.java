package org.passerelle.backup.mongo;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/** Nobody is named by when backups were made. */
@Component
class BackupCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(PersonalCollection.impersonal(MongoBackupRuns.COLLECTION));
    }
}
