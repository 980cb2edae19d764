package org.passerelle.booking.changelog.mongo;

import java.util.List;
import org.bson.Document;
import org.passerelle.booking.changelog.LoggedChange;

/**
 * What one write of one document changed; in the log it stands together.
 *
 * @param root of the document
 * @param version of the document once written
 */
record LoggedWrite(String root, long version, List<Document> changes) {

    private static final String VERSION = "v";

    LoggedWrite {
        changes = List.copyOf(changes);
    }

    static LoggedWrite of(String root, long version, List<LoggedChange> changes) {
        return new LoggedWrite(
                root, version, changes.stream().map(ChangeDocument::from).toList());
    }

    /** The writes that a tail tells of, in its order, which is that of their versions. */
    static List<LoggedWrite> ofTail(String root, List<Document> tail) {
        return tail.stream()
                .map(change -> change.getLong(VERSION))
                .distinct()
                .map(version -> new LoggedWrite(
                        root,
                        version,
                        tail.stream()
                                .filter(change -> change.getLong(VERSION).equals(version))
                                .toList()))
                .toList();
    }
}
