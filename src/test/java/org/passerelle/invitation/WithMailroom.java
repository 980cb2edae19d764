package org.passerelle.invitation;

import org.junit.jupiter.api.BeforeEach;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.OnEmbeddedStore;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.invitation.store.MongoDeliveriesWiring;
import org.passerelle.mail.Mails;

/** Tests in which what happens to bookings is mailed. */
abstract class WithMailroom extends OnEmbeddedStore {

    BookingDesk desk;
    Deliveries deliveries;
    Mails mails;
    Mailroom room;

    @BeforeEach
    void furnish() {
        MongoBookingsWiring.Wired wired = MongoBookingsWiring.wiredOver(template());
        desk = new BookingDesk(wired.bookings());
        deliveries = MongoDeliveriesWiring.over(template());
        mails = new Mails();
        room = new Mailroom(desk, deliveries, mails).listening(wired.occupancy());
    }
}
