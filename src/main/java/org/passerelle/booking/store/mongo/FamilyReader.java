package org.passerelle.booking.store.mongo;

import java.util.List;
import org.bson.Document;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.store.StoredBookingReader;

/** Reads as the program itself does. */
final class FamilyReader implements StoredBookingReader {

    @Override
    public String collection() {
        return MongoBookings.COLLECTION;
    }

    @Override
    public List<Booking> read(Document document) {
        return Family.from(document).members();
    }
}
