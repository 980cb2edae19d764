package org.passerelle.arrival.noshow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.LOUIS;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.SEINE;

import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.MutableClock;
import org.passerelle.account.Person;
import org.passerelle.arrival.noshow.NoShowFigures.OrganisationTally;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.booking.changelog.mongo.ChangeLogWiring;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.directory.Room;
import org.passerelle.platform.EmbeddedMongoStore;
import org.passerelle.platform.StoreAccess;

/** Whoever did not come is counted once, for the organisation and the person. */
class CountNoShowsTests {

    private static final Duration MONTH = Duration.ofDays(30);

    private EmbeddedMongoStore store;
    private ChangeLogWiring.Wired log;
    private BookingDesk desk;
    private CountNoShows counting;
    private NoShowFigures figures;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = EmbeddedMongoStore.open(folder, MongoBookingsWiring.indexes(), ChangeLogWiring.indexes());
        log = ChangeLogWiring.over(store.template(), StoreAccess.EXCLUSIVE, new MutableClock());
        desk = new BookingDesk(MongoBookingsWiring.over(store.template(), log.tails()));
        counting = NoShowWiring.counting(store.template(), log.log(), desk);
        figures = NoShowWiring.figures(store.template(), desk);
    }

    @AfterEach
    void close() {
        log.end().run();
        store.close();
    }

    private void nobodyComes(Booking booking, int date) {
        Occurrence missed = booking.occurrences().get(date);
        desk.clock.reset();
        desk.clock.advance(
                Duration.between(MutableClock.TODAY, missed.time().start().plus(Duration.ofMinutes(15))));
        done(desk.attendance.release(booking.id(), missed.recurrenceId(), missed.time()));
    }

    private void nobodyComes(Person person, Room room, String start) {
        nobodyComes(desk.booked(person, anOrder(room), at(start)), 0);
    }

    private List<OrganisationTally> counted() {
        log.log().appendMissed();
        counting.readSoon();
        return figures.of(List.of(SEINE.id(), ALMONT.id()), MONTH);
    }

    private static String words(OrganisationTally tally) {
        return tally.organisation().key().map(Object::toString).orElse("-") + " "
                + tally.organisation().count() + " "
                + tally.people().stream().map(NoShowFigures.Tally::count).toList();
    }

    @Test
    void countsDatesOfSeriesAndSingleOnes() {
        Booking series = desk.booked(CAMILLE, anOrder(SEINE), every("FREQ=DAILY;COUNT=3"));
        nobodyComes(series, 0);
        nobodyComes(series, 1);
        nobodyComes(LOUIS, ALMONT, "2026-04-03T09:00");
        nobodyComes(NADIA, ALMONT, "2026-04-07T09:00");

        List<OrganisationTally> counted = counted();

        assertThat(counted)
                .extracting(CountNoShowsTests::words)
                .containsExactly("atelier-brie 3 [2, 1]", "grand-groupe 1 [1]");
        assertThat(counted.get(0).people().get(0).key()).contains(ActorId.of(CAMILLE.id()));
    }

    @Test
    void countsEachOnceHoweverOftenTheLogIsRead() {
        nobodyComes(CAMILLE, SEINE, "2026-04-01T09:00");
        counted();
        counted();
        // As if the program had ended between noting it and noting how far it has read.
        store.template().getCollection(NoShowDocuments.COLLECTION).deleteOne(Filters.eq("_id", "position"));

        assertThat(counted()).extracting(CountNoShowsTests::words).containsExactly("atelier-brie 1 [1]");
    }

    @Test
    void countsNobodyWhoCameAndNothingInOtherRoomsOrLongAgo() {
        Booking came = desk.booked(CAMILLE, anOrder(SEINE));
        desk.clock.advance(Duration.between(
                desk.clock.instant(), came.occurrences().get(0).time().start()));
        done(desk.attendance.checkIn(CAMILLE, came.id(), Optional.empty()));
        nobodyComes(came, 0);
        nobodyComes(NADIA, ALMONT, "2026-04-02T09:00");
        log.log().appendMissed();
        counting.readSoon();

        assertThat(figures.of(List.of(SEINE.id()), MONTH)).isEmpty();
        assertThat(figures.of(List.of(ALMONT.id()), MONTH)).hasSize(1);
        desk.clock.advance(Duration.ofDays(31));
        assertThat(figures.of(List.of(ALMONT.id()), MONTH)).isEmpty();
    }

    @Test
    void tellsNobodyWhoHadBookedPrivately() {
        BookingOrder order = anOrder(SEINE);
        Content open = order.content();
        Content hidden = new Content(
                open.title(), open.notes(), Visibility.PRIVATE, open.headcount(), open.attendees(), open.conference());
        nobodyComes(desk.booked(CAMILLE, order.about(hidden)), 0);

        assertThat(counted()).extracting(CountNoShowsTests::words).containsExactly("- 1 []");
    }
}
