package org.passerelle.booking.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.inRooms;
import static org.passerelle.booking.Orders.lasting;
import static org.passerelle.booking.Outcomes.assertRefused;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.LOUIS;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.aRoom;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.OnEmbeddedStore;
import org.passerelle.booking.Outcomes;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.booking.store.mongo.MongoBookingsWiring.Wired;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.permission.BookingPermissions;
import org.passerelle.directory.permission.BookingQuota;
import org.passerelle.directory.permission.BookingQuota.QuotaHolder;
import org.passerelle.directory.permission.BookingQuota.QuotaPeriod;
import org.passerelle.directory.permission.BookingQuota.QuotaScope;
import org.passerelle.directory.permission.BookingQuota.QuotaScope.ScopeKind;

/** How many hours of rooms one may have in a day, a week or a month, where the rules of rooms say so. */
class HourQuotasTests extends OnEmbeddedStore {

    private static final BookingQuota FIVE_A_DAY =
            quota(ScopeKind.SITE, "melun", QuotaHolder.PERSON, 5, QuotaPeriod.DAY);

    private static final Room HALL = room("melun-hall", 71, FIVE_A_DAY);
    private static final Room LOBBY = room(
            "melun-lobby", 72, FIVE_A_DAY, quota(ScopeKind.ROOM, "melun-lobby", QuotaHolder.ROOM, 3, QuotaPeriod.WEEK));
    private static final Room CLUB =
            room("melun-club", 73, quota(ScopeKind.ROOM, "melun-club", QuotaHolder.ORGANISATION, 4, QuotaPeriod.MONTH));

    private BookingDesk desk;

    private static BookingQuota quota(ScopeKind kind, String id, QuotaHolder per, int hours, QuotaPeriod period) {
        return new BookingQuota(new QuotaScope(kind, id), per, Duration.ofHours(hours), period);
    }

    private static Room room(String name, int number, BookingQuota... quotas) {
        return aRoom(name, number)
                .permitting(new BookingPermissions(List.of(), Set.of(), List.of(quotas)))
                .build();
    }

    @BeforeEach
    void open() {
        Wired wired = MongoBookingsWiring.wiredOver(template());
        Directory directory = Rooms.directory(HALL, LOBBY, CLUB);
        desk = new BookingDesk(wired.bookings(), wired.occupancy(), () -> directory);
    }

    @Test
    void areSharedByTheRoomsOfASiteAndCountedAnewEachDay() {
        desk.booked(CAMILLE, anOrder(HALL), lasting("PT3H"));
        desk.booked(CAMILLE, anOrder(LOBBY), at("2026-04-01T12:00"), lasting("PT2H"));

        assertRefused(
                desk.book(CAMILLE, changed(anOrder(HALL), at("2026-04-01T15:00"), lasting("PT15M"))),
                ReasonCode.QUOTA_EXCEEDED);
        done(desk.book(CAMILLE, changed(anOrder(HALL), at("2026-04-02T09:00"))));
        done(desk.book(LOUIS, changed(anOrder(HALL), at("2026-04-01T15:00"))));
    }

    @Test
    void countADateOnceForEachOfItsRooms() {
        assertRefused(
                desk.book(CAMILLE, changed(anOrder(HALL), inRooms(HALL, LOBBY), lasting("PT2H45M"))),
                ReasonCode.QUOTA_EXCEEDED);
        done(desk.book(CAMILLE, changed(anOrder(HALL), inRooms(HALL, LOBBY), lasting("PT2H30M"))));
    }

    @Test
    void ofARoomAreOfEverybodyTogether() {
        desk.booked(CAMILLE, anOrder(LOBBY), lasting("PT2H"));

        assertRefused(
                desk.book(NADIA, changed(anOrder(LOBBY), at("2026-04-03T09:00"), lasting("PT2H"))),
                ReasonCode.QUOTA_EXCEEDED);
        done(desk.book(NADIA, changed(anOrder(LOBBY), at("2026-04-03T09:00"), lasting("PT1H"))));
        done(desk.book(NADIA, changed(anOrder(LOBBY), at("2026-04-06T09:00"), lasting("PT3H"))));
    }

    @Test
    void ofAnOrganisationAreOfItsPeopleTogetherAndOfStrangersByTheirDomain() {
        Person kim = Person.outsider(new EmailAddress("kim@club.fr"), "Kim");
        Person lee = Person.outsider(new EmailAddress("lee@club.fr"), "Lee");
        desk.booked(CAMILLE, anOrder(CLUB), lasting("PT3H"));
        desk.booked(kim, anOrder(CLUB), at("2026-04-02T09:00"), lasting("PT4H"));

        assertRefused(
                desk.book(LOUIS, changed(anOrder(CLUB), at("2026-04-28T09:00"), lasting("PT2H"))),
                ReasonCode.QUOTA_EXCEEDED);
        assertRefused(
                desk.book(lee, changed(anOrder(CLUB), at("2026-04-29T09:00"), lasting("PT1H"))),
                ReasonCode.QUOTA_EXCEEDED);
        done(desk.book(LOUIS, changed(anOrder(CLUB), at("2026-05-04T09:00"), lasting("PT2H"))));
    }

    @Test
    void areGivenBackByWhatIsCancelledMovedOrShortened() {
        Booking long5 = desk.booked(CAMILLE, anOrder(HALL), lasting("PT5H"));
        done(desk.change(long5, CAMILLE, lasting("PT2H")));
        Booking second = desk.booked(CAMILLE, anOrder(HALL), at("2026-04-01T15:00"), lasting("PT3H"));
        done(desk.change(second, CAMILLE, at("2026-04-02T15:00")));
        Booking third = desk.booked(CAMILLE, anOrder(HALL), at("2026-04-01T15:00"), lasting("PT3H"));
        done(desk.cancel(third, CAMILLE));

        done(desk.book(CAMILLE, changed(anOrder(HALL), at("2026-04-01T15:00"), lasting("PT3H"))));
    }

    @Test
    void areUsedUpWhoeverMovesTheBooking() {
        Booking one = desk.booked(CAMILLE, anOrder(HALL), at("2026-04-02T09:00"), lasting("PT3H"));
        desk.booked(CAMILLE, anOrder(HALL), at("2026-04-01T09:00"), lasting("PT3H"));

        assertRefused(desk.change(one, MANAGER, at("2026-04-01T14:00")), ReasonCode.QUOTA_EXCEEDED);
    }

    @Test
    void areNotOfManagersAtTheirOwnSite() {
        desk.booked(MANAGER, anOrder(HALL), lasting("PT8H"));
        desk.booked(MANAGER, anOrder(LOBBY), lasting("PT8H"));

        done(desk.book(CAMILLE, changed(anOrder(LOBBY), at("2026-04-02T09:00"), lasting("PT3H"))));
    }

    @Test
    void holdForEachDateOfASeries() {
        desk.booked(CAMILLE, anOrder(HALL), at("2026-04-08T14:00"), lasting("PT4H"));

        BookingResult series =
                desk.book(CAMILLE, changed(anOrder(HALL), lasting("PT2H"), every("FREQ=WEEKLY;COUNT=3")));

        assertRefused(series, ReasonCode.QUOTA_EXCEEDED);
        done(desk.book(CAMILLE, changed(anOrder(HALL), lasting("PT1H"), every("FREQ=WEEKLY;COUNT=3"))));
    }

    @Test
    void letAsManyThroughAsFitHoweverManyAskAtOnce() {
        List<Callable<BookingResult>> clients = IntStream.range(0, 11)
                .<Callable<BookingResult>>mapToObj(hour ->
                        () -> desk.book(CAMILLE, changed(anOrder(HALL), at("2026-04-01T%02d:00".formatted(8 + hour)))))
                .toList();

        List<BookingResult> results = Together.all(clients);

        assertThat(results).filteredOn(Outcomes::isDone).hasSize(5);
        assertThat(results)
                .filteredOn(result -> !Outcomes.isDone(result))
                .allSatisfy(result -> assertRefused(result, ReasonCode.QUOTA_EXCEEDED));
    }
}
