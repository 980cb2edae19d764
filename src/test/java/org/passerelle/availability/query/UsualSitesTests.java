package org.passerelle.availability.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.platform.EmbeddedMongoStore;

class UsualSitesTests {

    private EmbeddedMongoStore store;
    private BookingDesk desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = EmbeddedMongoStore.open(folder, MongoBookingsWiring.indexes());
        desk = new BookingDesk(MongoBookingsWiring.over(store.template()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private UsualSites usualSites() {
        return new UsualSites(desk.reading, Rooms::directory, desk.clock);
    }

    @Test
    void isWhereTheRoomBookedLastIs() {
        desk.booked(People.CAMILLE, anOrder(Rooms.LOFT), at("2026-04-03T16:00"));
        desk.clock.advance(Duration.ofMinutes(1));
        desk.booked(People.CAMILLE, anOrder(Rooms.SEINE), at("2026-04-01T09:00"));

        assertThat(usualSites().of(People.CAMILLE.id())).contains(Rooms.SEINE.site());
    }

    @Test
    void isNotKnownOfWhoHasCalledEverythingOff() {
        desk.cancel(desk.booked(People.CAMILLE, anOrder(Rooms.SEINE)), People.CAMILLE);

        assertThat(usualSites().of(People.CAMILLE.id())).isEmpty();
        assertThat(usualSites().of(People.NADIA.id())).isEmpty();
    }
}
