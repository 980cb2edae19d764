package org.passerelle.booking.store;

import java.util.List;
import org.bson.Document;
import org.passerelle.booking.model.Booking;

/** Makes bookings of their stored document, without the program. Named in {@code META-INF/spring.factories}. */
public interface StoredBookingReader {

    /** The collection of such documents. */
    String collection();

    /** All bookings of one document; none of one that keeps rooms free for a moment. */
    List<Booking> read(Document document);
}
