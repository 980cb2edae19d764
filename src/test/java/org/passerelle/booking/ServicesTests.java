package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.lasting;
import static org.passerelle.booking.Orders.linked;
import static org.passerelle.booking.Orders.unlinked;
import static org.passerelle.booking.Outcomes.assertRefused;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.LUNCH;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.booking.Rooms.SUITE;
import static org.passerelle.booking.Rooms.VISIO;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.booking.allocation.PlacingWiring;
import org.passerelle.booking.arrangement.ServiceOrder;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.directory.arrangement.ServiceOffer;
import org.passerelle.directory.arrangement.ServiceOffer.ServiceKind;
import org.passerelle.directory.arrangement.ServiceOffer.ServiceLimits;
import org.passerelle.directory.arrangement.ServiceOffer.ServiceNumbers;

/** Services are claimed with the rooms in one write, so that no more of them is promised than there is. */
class ServicesTests extends OnEmbeddedStore {

    /** Two at a time. */
    private static final ServiceOffer TECHNICIAN = offer(
            "melun-technician",
            "PT0S",
            new ServiceLimits(Optional.empty(), Optional.of(2)),
            Set.of(),
            new ServiceNumbers(Optional.empty(), List.of(82, 83)));

    private static final ServiceOffer HOSTESS = offer(
            "melun-hostess",
            "PT0S",
            new ServiceLimits(Optional.empty(), Optional.empty()),
            Set.of("melun-almont"),
            ServiceNumbers.NONE);

    private BookingDesk desk;

    private static ServiceOffer offer(
            String id, String notice, ServiceLimits limits, Set<String> rooms, ServiceNumbers numbers) {
        return new ServiceOffer(
                id,
                "melun",
                Rooms.PARIS,
                id,
                ServiceKind.OTHER,
                Duration.parse(notice),
                limits,
                rooms,
                Optional.empty(),
                numbers);
    }

    private static UnaryOperator<BookingOrder> ordering(ServiceOffer service, int quantity) {
        return order -> {
            List<ServiceOrder> services =
                    new ArrayList<>(order.content().arrangements().services());
            services.removeIf(each -> each.service().equals(service.id()));
            if (quantity > 0) {
                services.add(new ServiceOrder(service.id(), quantity, ""));
            }
            return order.about(
                    order.content().arranged(order.content().arrangements().with(services)));
        };
    }

    @BeforeEach
    void openDesk() {
        var directory = Rooms.directory().withServices(List.of(LUNCH, TECHNICIAN, HOSTESS));
        desk = new BookingDesk(MongoBookingsWiring.over(template()), PlacingWiring.NOTHING_TOLD, () -> directory);
    }

    @Test
    void ofManyWhoOrderAtTheSameInstantNoMoreIsPromisedThanThereIs() {
        List<Callable<BookingResult>> all = IntStream.range(0, 8)
                .<Callable<BookingResult>>mapToObj(hour -> () -> desk.book(
                        hour % 2 == 0 ? CAMILLE : NADIA,
                        changed(anOrder(SEINE), at("2026-04-01T%02d:00".formatted(9 + hour)), ordering(LUNCH, 3))))
                .toList();

        List<BookingResult> results = Together.all(all);

        assertThat(results).filteredOn(Outcomes::isDone).hasSize(3);
        assertThat(results)
                .filteredOn(result -> !Outcomes.isDone(result))
                .allSatisfy(result -> assertRefused(result, ReasonCode.SERVICE_EXHAUSTED));
        assertThat(dayClaims()).hasSize(9);
    }

    private Set<Long> dayClaims() {
        Set<Long> claims = new HashSet<>();
        documents()
                .find()
                .forEach(document -> document.getList("claims", Long.class, List.of()).stream()
                        .filter(claim -> claim >>> 32 == 81)
                        .forEach(claim -> assertThat(claims.add(claim)).isTrue()));
        return claims;
    }

    @Test
    void aNewDayHasANewStockAndWhatIsCalledOffIsFreeAgain() {
        Booking first = done(desk.book(CAMILLE, changed(anOrder(SEINE), ordering(LUNCH, 10))));
        assertRefused(desk.book(NADIA, changed(anOrder(ALMONT), ordering(LUNCH, 1))), ReasonCode.SERVICE_EXHAUSTED);
        done(desk.book(NADIA, changed(anOrder(ALMONT), at("2026-04-02T09:00"), ordering(LUNCH, 10))));

        desk.cancelling.cancel(CAMILLE, first.id(), Optional.empty());

        done(desk.book(NADIA, changed(anOrder(ALMONT), ordering(LUNCH, 10))));
    }

    @Test
    void theLocalDayCountsNotThatOfGreenwich() {
        done(desk.book(CAMILLE, changed(anOrder(Rooms.STUDIO), at("2026-04-02T00:30"), ordering(LUNCH, 10))));

        done(desk.book(NADIA, changed(anOrder(Rooms.STUDIO), at("2026-04-01T22:00"), ordering(LUNCH, 10))));
        assertRefused(
                desk.book(NADIA, changed(anOrder(SEINE), at("2026-04-02T12:00"), ordering(LUNCH, 1))),
                ReasonCode.SERVICE_EXHAUSTED);
    }

    @Test
    void whatThereIsAtATimeIsHeldWhilePeopleMeet() {
        done(desk.book(CAMILLE, changed(anOrder(SEINE), ordering(TECHNICIAN, 1))));
        done(desk.book(CAMILLE, changed(anOrder(ALMONT), ordering(TECHNICIAN, 1))));

        assertRefused(
                desk.book(NADIA, changed(anOrder(VISIO), at("2026-04-01T09:30"), ordering(TECHNICIAN, 1))),
                ReasonCode.SERVICE_EXHAUSTED);
        done(desk.book(NADIA, changed(anOrder(VISIO), at("2026-04-01T10:00"), ordering(TECHNICIAN, 2))));
    }

    @Test
    void aSeriesOrdersOnEachDateAndIsRefusedWhereOneHasTooLittle() {
        done(desk.book(NADIA, changed(anOrder(ALMONT), at("2026-04-08T09:00"), ordering(LUNCH, 8))));

        assertRefused(
                desk.book(CAMILLE, changed(anOrder(SEINE), every("FREQ=WEEKLY;COUNT=3"), ordering(LUNCH, 3))),
                ReasonCode.SERVICE_EXHAUSTED);
        Booking series =
                done(desk.book(CAMILLE, changed(anOrder(SEINE), every("FREQ=WEEKLY;COUNT=3"), ordering(LUNCH, 2))));

        assertThat(series.occurrences())
                .allSatisfy(date -> assertThat(date.quotaClaims()).hasSize(2));
    }

    @Test
    void moreMayBeOrderedOnlyInTimeButLessAtAnyTime() {
        Booking booked = done(desk.book(CAMILLE, changed(anOrder(SEINE), ordering(LUNCH, 5))));
        desk.clock.advance(Duration.between(desk.clock.instant(), Instant.parse("2026-03-31T08:00:00Z")));

        assertRefused(
                desk.changing.change(CAMILLE, booked.id(), Optional.empty(), ordering(LUNCH, 6)),
                ReasonCode.SERVICE_TOO_SOON);
        assertRefused(
                desk.changing.change(CAMILLE, booked.id(), Optional.empty(), at("2026-04-01T14:00")),
                ReasonCode.SERVICE_TOO_SOON);
        Booking fewer = done(desk.changing.change(CAMILLE, booked.id(), Optional.empty(), ordering(LUNCH, 3)));
        Booking none = done(desk.changing.change(CAMILLE, booked.id(), Optional.empty(), ordering(LUNCH, 0)));

        assertThat(fewer.occurrences().get(0).quotaClaims()).hasSize(3);
        assertThat(fewer.status().sequence()).isEqualTo(booked.status().sequence());
        assertThat(none.occurrences().get(0).quotaClaims()).isEmpty();
        assertThat(dayClaims()).isEmpty();
    }

    @Test
    void aMovedDateTakesItsOrderToTheOtherDay() {
        Booking booked = done(desk.book(CAMILLE, changed(anOrder(SEINE), ordering(LUNCH, 10))));

        done(desk.changing.change(CAMILLE, booked.id(), Optional.empty(), at("2026-04-02T09:00")));

        done(desk.book(NADIA, changed(anOrder(ALMONT), ordering(LUNCH, 10))));
        assertRefused(
                desk.book(NADIA, changed(anOrder(ALMONT), at("2026-04-02T11:00"), ordering(LUNCH, 1))),
                ReasonCode.SERVICE_EXHAUSTED);
    }

    @Test
    void anotherConferenceLeavesServicesAsTheyAre() {
        Booking booked = done(desk.book(CAMILLE, changed(anOrder(VISIO), ordering(TECHNICIAN, 2), ordering(LUNCH, 4))));
        long[] before = booked.claims();

        Booking joined =
                done(desk.changing.change(CAMILLE, booked.id(), Optional.empty(), linked(new ConferenceWish("jitsi"))));
        Booking alone = done(desk.changing.change(CAMILLE, booked.id(), Optional.empty(), unlinked()));

        assertThat(Arrays.stream(before)).allMatch(claim -> Arrays.binarySearch(joined.claims(), claim) >= 0);
        assertThat(alone.claims()).containsExactly(before);
        assertRefused(desk.book(NADIA, changed(anOrder(SEINE), ordering(TECHNICIAN, 1))), ReasonCode.SERVICE_EXHAUSTED);
    }

    @Test
    void onlyWhatASiteOffersInARoomOfTheBookingCanBeOrdered() {
        assertRefused(
                desk.book(CAMILLE, changed(anOrder(SUITE), at("2026-04-01T15:00"), ordering(LUNCH, 1))),
                ReasonCode.UNKNOWN_SERVICE);
        assertRefused(desk.book(CAMILLE, changed(anOrder(SEINE), ordering(HOSTESS, 1))), ReasonCode.UNKNOWN_SERVICE);
        assertRefused(desk.book(CAMILLE, changed(anOrder(SEINE), ordering(LUNCH, 11))), ReasonCode.SERVICE_EXHAUSTED);

        done(desk.book(
                CAMILLE,
                changed(anOrder(SUITE, ALMONT), at("2026-04-01T15:00"), ordering(HOSTESS, 1), ordering(LUNCH, 1))));
    }

    @Test
    void whatEndsEarlyFreesTheTechnicianAndNotWhatWasEaten() {
        Booking booked = done(desk.book(
                CAMILLE, changed(anOrder(SEINE), lasting("PT3H"), ordering(TECHNICIAN, 2), ordering(LUNCH, 10))));

        var ended = booked.occurrences().get(0).shortened(Instant.parse("2026-04-01T08:00:00Z"));

        assertThat(ended.lines())
                .allSatisfy(
                        line -> assertThat(line.endSlot() - line.firstSlot()).isEqualTo(12));
        assertThat(ended.quotaClaims()).hasSize(10);
    }
}
