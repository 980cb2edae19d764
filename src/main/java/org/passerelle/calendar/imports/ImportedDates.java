package org.passerelle.calendar.imports;

import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** The bookings that an import has made or is about to make, in a document of its own: it is large and seldom changes. */
@Document("import_dates")
record ImportedDates(@Id String id, List<MadeBooking> dates) {

    /** Not known to be as it should: about to be written, or in collision. */
    static final String UNSETTLED = "";

    /**
     * One of them.
     *
     * @param digest of what it says; {@link #UNSETTLED} until that is certain
     * @param end after which it is only history
     */
    record MadeBooking(String booking, String digest, Instant end) {}
}
