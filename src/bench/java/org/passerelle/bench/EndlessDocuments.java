package org.passerelle.bench;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.passerelle.booking.model.Owner;

/**
 * Documents of bookings, each with claims that no other has, for whoever writes faster than hours are made. Not for the
 * program: once every hour was given out, the claims are of rooms that there are not.
 */
final class EndlessDocuments {

    private static final String CLAIMS = "claims";

    /** The numbers of rooms, which begin at the bit 32, are far below. */
    private static final long A_PASS = 1L << 52;

    private final Owner owner;
    private FreeHours hours;
    private long pass;

    EndlessDocuments(FreeHours hours, Owner owner) {
        this.hours = hours.again();
        this.owner = owner;
    }

    Document next() {
        if (hours.isUsedUp()) {
            hours = hours.again();
            pass++;
        }
        Document document = MadeBookings.document(hours.next(), owner, Instant.now());
        if (pass > 0) {
            document.put(
                    CLAIMS,
                    claims(document).stream()
                            .map(claim -> claim + pass * A_PASS)
                            .toList());
        }
        return document;
    }

    static List<Long> claims(Document document) {
        return document.getList(CLAIMS, Long.class);
    }
}
