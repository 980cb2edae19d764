package org.passerelle.booking.store.mongo;

import java.util.List;
import org.bson.Document;
import org.passerelle.booking.model.Booking;

/** Bookings in the very form in which the program stores them. */
public final class StoredForm {

    /** Where they are stored. */
    public static final String COLLECTION = MongoBookings.COLLECTION;

    private StoredForm() {}

    public static Document of(Booking booking) {
        return Family.of(booking).toDocument(booking.version(), List.of());
    }

    public static Booking read(Document document) {
        return Family.from(document).members().get(0);
    }
}
