package org.passerelle.booking.store.mongo;

import java.util.List;
import org.passerelle.booking.changelog.mongo.ChangeTails;

/** Begins the writes of documents, so that what they change goes into the change log. */
record LoggedFamilies(ChangeTails changes) {

    /** Of a document that is new. */
    ChangeTails.Tail begin(Family family) {
        return changes.begin(family.root(), List.of(), List.of(), family.members(), family.version());
    }

    ChangeTails.Tail begin(Family stored, Family changed) {
        return changes.begin(
                stored.root(), stored.changes(), stored.members(), changed.members(), stored.version() + 1);
    }
}
