package org.passerelle.booking.store.mongo;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.passerelle.booking.model.Booking;

/** Bookings in the very form in which the program stores them. */
public final class StoredForm {

    /** Where they are stored. */
    public static final String COLLECTION = MongoBookings.COLLECTION;

    private StoredForm() {}

    public static Document of(Booking booking) {
        return Family.of(booking).toDocument(booking.version(), List.of(made(booking)));
    }

    /** What the document says of its own making, for the change log. */
    private static Document made(Booking booking) {
        return new Document("b", booking.id().value())
                .append("v", booking.version())
                .append("at", Date.from(booking.status().created()))
                .append("door", "API")
                .append("type", "CREATED")
                .append("by", booking.owner().organiser().text());
    }

    public static Booking read(Document document) {
        return Family.from(document).members().get(0);
    }
}
