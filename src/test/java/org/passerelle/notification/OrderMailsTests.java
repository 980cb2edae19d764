package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.called;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.Rooms.COUNCIL;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.notification.NotificationDesk.by;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.OnEmbeddedStore;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.arrangement.ServiceOrder;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.platform.work.CorrelationId.Door;

/** A site is told by mail what is ordered of it, when that changes, and when it is off. */
class OrderMailsTests extends OnEmbeddedStore {

    private static final String KITCHEN = "cuisine@melun.example";

    private NotificationDesk room;

    @BeforeEach
    void furnish() {
        template().getCollectionNames().stream()
                .filter(name -> !name.startsWith("system."))
                .forEach(name -> template().getCollection(name).deleteMany(new Document()));
        room = NotificationDesk.begun(template());
    }

    private static UnaryOperator<BookingOrder> lunch(int quantity) {
        return order -> order.about(order.content()
                .arranged(order.content()
                        .arrangements()
                        .with(
                                quantity == 0
                                        ? List.of()
                                        : List.of(new ServiceOrder(Rooms.LUNCH.id(), quantity, "sans noix")))));
    }

    private List<String> toldToTheSite() {
        return room.told().stream()
                .filter(mail -> mail.startsWith(KITCHEN)
                        || mail.startsWith(MANAGER.email().value()))
                .toList();
    }

    /** Changes of somebody else soon after one another are told in one mail. */
    private void later() {
        room.desk.clock.advance(Duration.ofMinutes(10));
    }

    @Test
    void managersAndTheKitchenGetWhatIsOrderedWithoutWhatTheKitchenMayNotKnow() {
        by(Door.WEB, () -> room.desk.booked(CAMILLE, anOrder(SEINE), called("Budget"), lunch(6)));

        assertThat(IntStream.range(0, room.mails.taken.size()).mapToObj(room::text))
                .filteredOn(text -> text.contains("of your site"))
                .hasSize(2)
                .allMatch(text -> text.contains("6 × Plateau-repas (sans noix)"));
        assertThat(toldToTheSite())
                .containsExactlyInAnyOrder(
                        KITCHEN + " Order: Private booking", MANAGER.email().value() + " Order: Budget");
    }

    @Test
    void aBookingWithoutOrdersTellsTheSiteNothing() {
        Booking booked = by(Door.WEB, () -> room.desk.booked(CAMILLE, anOrder(SEINE), called("Budget")));
        room.desk.cancel(booked, CAMILLE);

        assertThat(toldToTheSite()).isEmpty();
    }

    @Test
    void aRequestIsOrderedOnceItIsAgreedTo() {
        Booking asked = by(Door.WEB, () -> room.desk.booked(CAMILLE, anOrder(COUNCIL), called("Budget"), lunch(6)));
        assertThat(toldToTheSite()).noneMatch(mail -> mail.contains("Order"));

        later();
        by(Door.WEB, () -> room.desk.approving.approve(MANAGER, asked.id(), ""));

        assertThat(toldToTheSite()).contains(KITCHEN + " Order: Private booking");
    }

    @Test
    void whatIsOrderedNoMoreIsToldThoseWhoHadTheOrder() {
        Booking booked = by(Door.WEB, () -> room.desk.booked(CAMILLE, anOrder(SEINE), called("Budget"), lunch(6)));
        toldToTheSite();

        later();
        room.desk.change(booked, CAMILLE, order -> order.about(order.content().saying("Autre", "Ordre du jour", 0)));
        assertThat(toldToTheSite()).isEmpty();
        later();
        room.desk.change(booked, CAMILLE, lunch(4));
        assertThat(toldToTheSite()).contains(KITCHEN + " Order: Private booking");
        later();
        room.desk.change(booked, CAMILLE, lunch(0));
        assertThat(toldToTheSite()).contains(KITCHEN + " Order: Private booking");
    }

    @Test
    void aBookingThatIsOffTakesItsOrderWithIt() {
        Booking booked = by(Door.WEB, () -> room.desk.booked(CAMILLE, anOrder(SEINE), called("Budget"), lunch(6)));
        toldToTheSite();

        later();
        room.desk.cancel(booked, CAMILLE);

        assertThat(toldToTheSite()).contains(KITCHEN + " Order cancelled: Private booking");
    }
}
