package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.called;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.Rooms.COUNCIL;
import static org.passerelle.booking.Rooms.MONTREAL;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.notification.NotificationDesk.by;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OutsiderId;
import org.passerelle.booking.OnEmbeddedStore;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.arrangement.ServiceOrder;
import org.passerelle.booking.changelog.Actor;
import org.passerelle.booking.changelog.ChangeType;
import org.passerelle.booking.changelog.FieldChange;
import org.passerelle.booking.changelog.LoggedChange;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.directory.Directory;
import org.passerelle.directory.arrangement.ServiceOffer;
import org.passerelle.directory.arrangement.ServiceOffer.ServiceKind;
import org.passerelle.directory.arrangement.ServiceOffer.ServiceLimits;
import org.passerelle.directory.arrangement.ServiceOffer.ServiceNumbers;
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

    @Test
    void aDateThatIsCalledOffTakesItsOrderWithIt() {
        Booking booked = by(
                Door.WEB,
                () -> room.desk.booked(
                        CAMILLE, anOrder(SEINE), called("Budget"), every("FREQ=WEEKLY;COUNT=3"), lunch(6)));
        toldToTheSite();

        later();
        room.desk.cancelling.cancelDate(
                CAMILLE, booked.id(), booked.occurrences().get(1).recurrenceId(), Optional.empty());

        assertThat(toldToTheSite()).contains(KITCHEN + " Order: Private booking");
    }

    @Test
    void whatWasAgreedAndIsDeclinedWhenItIsAskedAnewIsOrderedNoMore() {
        Booking asked = by(Door.WEB, () -> room.desk.booked(CAMILLE, anOrder(COUNCIL), called("Budget"), lunch(6)));
        later();
        by(Door.WEB, () -> room.desk.approving.approve(MANAGER, asked.id(), ""));
        toldToTheSite();
        later();
        room.desk.change(room.desk.stored(asked), CAMILLE, at("2026-04-01T14:00"));
        assertThat(toldToTheSite()).noneMatch(mail -> mail.startsWith(KITCHEN));

        later();
        by(Door.WEB, () -> room.desk.approving.decline(MANAGER, asked.id(), ""));

        assertThat(toldToTheSite()).contains(KITCHEN + " Order cancelled: Private booking");
    }

    @Test
    void whatNeverWasAgreedToIsNoOrderThatCouldBeOff() {
        Booking asked = by(Door.WEB, () -> room.desk.booked(CAMILLE, anOrder(COUNCIL), called("Budget"), lunch(6)));
        toldToTheSite();

        later();
        room.desk.cancel(asked, CAMILLE);

        assertThat(toldToTheSite()).noneMatch(mail -> mail.startsWith(KITCHEN));
    }

    @Test
    void aWordInANoteIsNoOrderOfAnotherSite() {
        ServiceOffer breakfast = new ServiceOffer(
                "montreal-breakfast",
                "montreal",
                MONTREAL,
                "Déjeuner",
                ServiceKind.CATERING,
                Duration.ZERO,
                new ServiceLimits(Optional.empty(), Optional.empty()),
                Set.of(),
                Optional.of("cuisine@montreal.example"),
                new ServiceNumbers(Optional.empty(), List.of()));
        Directory directory = Rooms.directory().withServices(List.of(Rooms.LUNCH, breakfast));
        Booking booked = room.desk.booked(CAMILLE, anOrder(SEINE), lunch(6));
        LoggedChange change = new LoggedChange(
                booked.id(),
                2,
                booked.status().changed(),
                Actor.current(),
                ChangeType.CHANGED,
                Optional.empty(),
                List.of(new FieldChange(
                        FieldChange.Field.ARRANGEMENTS,
                        Optional.of("melun-lunch 6 (montreal-breakfast 3)"),
                        Optional.of("melun-lunch 5"))),
                List.of());

        assertThat(new SiteManagers(List::of, () -> directory).toldOfOrders(booked, change))
                .containsExactly(new OutsiderId(new EmailAddress(KITCHEN)));
    }
}
