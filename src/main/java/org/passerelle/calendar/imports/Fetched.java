package org.passerelle.calendar.imports;

import java.util.Optional;

/** What came of looking for an external calendar. */
sealed interface Fetched {

    /** It is the same as last time. */
    record Unchanged() implements Fetched {}

    /** It could not be had. */
    record Failed(ImportFailure why) implements Fetched {}

    /**
     * It is here.
     *
     * @param charset that the server declared, or an empty text
     * @param tag what to ask with next time
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Calendar(byte[] bytes, String charset, Tag tag) implements Fetched {}

    /** What a server calls a version of what it sends. */
    record Tag(Optional<String> etag, Optional<String> lastModified) {

        static final Tag NONE = new Tag(Optional.empty(), Optional.empty());
    }
}
