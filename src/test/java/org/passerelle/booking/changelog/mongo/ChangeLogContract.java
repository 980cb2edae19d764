package org.passerelle.booking.changelog.mongo;

import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.renamed;
import static org.passerelle.booking.Outcomes.conflicts;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.COUNCIL;
import static org.passerelle.booking.Rooms.SEINE;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.Together;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.changelog.Actor;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.booking.changelog.ChangeLog;
import org.passerelle.booking.changelog.ChangeLogRewrites;
import org.passerelle.booking.changelog.ChangeType;
import org.passerelle.booking.changelog.FieldChange;
import org.passerelle.booking.changelog.LoggedChange;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.store.Bookings;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.platform.StoreAccess;
import org.passerelle.platform.work.CorrelationId;
import org.passerelle.platform.work.CorrelationId.Door;

/** Each write of a booking is in the log once, in order, whatever crashed and however many wrote. */
@FactsOf({LogPages.class, StoredTails.class, LoggedVersions.class})
public abstract class ChangeLogContract extends StoreContract {

    private BookingDesk desk;
    private ChangeLog log;
    private ChangeLogRewrites rewrites;
    private Runnable end;

    /** How the program under test shares the database. */
    protected abstract StoreAccess access();

    @BeforeEach
    void begin() {
        start();
    }

    /** Starts the program anew. */
    private void start() {
        ChangeLogWiring.Wired wired = wired();
        log = wired.log();
        rewrites = wired.rewrites();
        end = wired.end();
        desk = desk(wired);
    }

    private MongoCollection<Document> pages() {
        return documents(LogPages.COLLECTION);
    }

    private ChangeLogWiring.Wired wired() {
        return ChangeLogWiring.over(mongo(), access(), new MutableClock());
    }

    /** A program of its own over the same database. */
    private BookingDesk node() {
        return desk(wired());
    }

    private BookingDesk desk(ChangeLogWiring.Wired wired) {
        Bookings bookings = access() == StoreAccess.EXCLUSIVE
                ? MongoBookingsWiring.over(mongo(), wired.tails())
                : MongoBookingsWiring.sharedOver(mongo(), wired.tails());
        return new BookingDesk(bookings);
    }

    /** One of ten a day, from Monday to Wednesday. */
    private static String aFreeHour(int number) {
        int day = 13 + number / 30 * 7 + number / 10 % 3;
        return "2026-04-%02dT%02d:00".formatted(day, 8 + number % 10);
    }

    private List<LoggedChange> logged() {
        return log.after(ChangeLog.START, 10_000).stream()
                .map(ChangeLog.Entry::change)
                .toList();
    }

    @Test
    void tellsWhatWasDoneInOrderAndByWhom() {
        Booking booking = desk.booked(CAMILLE, anOrder(SEINE));
        try (CorrelationId.Scope ignored = CorrelationId.fresh(Door.MAIL).open()) {
            done(desk.change(booking, CAMILLE, renamed("Conseil à huis clos")));
        }
        done(desk.cancel(booking, MANAGER));

        assertThat(logged()).extracting(LoggedChange::booking).containsOnly(booking.id());
        assertThat(logged())
                .extracting(LoggedChange::type, LoggedChange::version)
                .containsExactly(
                        tuple(ChangeType.CREATED, 1L), tuple(ChangeType.CHANGED, 2L), tuple(ChangeType.CANCELLED, 3L));
        assertThat(logged())
                .extracting(LoggedChange::actor)
                .containsExactly(
                        new Actor(Door.JOB, Optional.of(ActorId.of(CAMILLE.id()))),
                        new Actor(Door.MAIL, Optional.of(ActorId.of(CAMILLE.id()))),
                        new Actor(Door.JOB, Optional.of(ActorId.of(MANAGER.id()))));
        assertThat(logged().get(1).fields())
                .containsExactly(new FieldChange(
                        FieldChange.Field.TITLE, Optional.of("Comité"), Optional.of("Conseil à huis clos")));
    }

    @Test
    void tellsWhoeverFollowsOfTheNewestVersionsOnce() {
        desk.booked(CAMILLE, anOrder(ALMONT));
        LoggedVersions versions = new LoggedVersions(pages());
        versions.beginHere();
        assertThat(versions.more()).isEmpty();

        Booking changed = desk.booked(CAMILLE, anOrder(SEINE));
        done(desk.change(changed, CAMILLE, renamed("Conseil")));
        Booking other = node().booked(CAMILLE, changed(anOrder(SEINE), at(aFreeHour(1))));

        assertThat(versions.more())
                .containsOnly(entry(changed.id().root(), 2L), entry(other.id().root(), 1L));
        assertThat(versions.more()).isEmpty();
    }

    @Test
    void whatIsRefusedIsNotInIt() {
        desk.booked(CAMILLE, anOrder(SEINE));

        conflicts(desk.book(NADIA, anOrder(SEINE)));

        assertThat(logged()).hasSize(1);
    }

    @Test
    void tellsOfTheDateAloneThatMoved() {
        Booking series = desk.booked(CAMILLE, anOrder(ALMONT), every("FREQ=WEEKLY;COUNT=3"));

        done(desk.moveDate(series, CAMILLE, "2026-04-08T07:00:00Z", "2026-04-08T12:00:00Z"));

        LoggedChange moved = logged().get(1);
        assertThat(moved.recurrenceId()).contains(Instant.parse("2026-04-08T07:00:00Z"));
        assertThat(moved.dates()).singleElement().satisfies(date -> {
            assertThat(date.before().orElseThrow().time().start()).isEqualTo("2026-04-08T07:00:00Z");
            assertThat(date.after().orElseThrow().time().start()).isEqualTo("2026-04-08T12:00:00Z");
        });
    }

    @Test
    void ofManyDatesItNamesSomeAndCountsTheRest() {
        Booking series = desk.booked(CAMILLE, anOrder(ALMONT), every("FREQ=DAILY;COUNT=40;BYDAY=MO,TU,WE"));

        done(desk.change(series, CAMILLE, at("2026-04-01T13:00")));

        LoggedChange moved = logged().get(1);
        assertThat(moved.dates()).hasSize(LoggedChange.MOST_DATES);
        assertThat(moved.fields())
                .filteredOn(field -> field.field() == FieldChange.Field.DATES)
                .singleElement()
                .satisfies(more -> assertThat(Integer.parseInt(more.after().orElseThrow()))
                        .isGreaterThanOrEqualTo(40 - LoggedChange.MOST_DATES));
    }

    @Test
    void tellsRequestsDecisionsAndHoldsApart() {
        Booking asked = desk.booked(CAMILLE, anOrder(COUNCIL));
        done(desk.approving.approve(MANAGER, asked.id(), ""));
        Booking held = done(desk.hold(CAMILLE, anOrder(SEINE), Duration.ofMinutes(10)));
        desk.clock.advance(Duration.ofMinutes(11));
        desk.holding.release(held.id());

        assertThat(logged())
                .extracting(LoggedChange::type)
                .containsExactly(ChangeType.REQUESTED, ChangeType.APPROVED, ChangeType.HELD, ChangeType.EXPIRED);
        assertThat(logged().get(3).actor().person()).isEmpty();
    }

    @Test
    void aSplitIsOneWriteOfTwoBookings() {
        Booking series = desk.booked(CAMILLE, anOrder(ALMONT), every("FREQ=WEEKLY;COUNT=4"));

        Booking later = done(desk.changeFollowing(series, CAMILLE, "2026-04-15T07:00:00Z", at("2026-04-15T14:00")));

        assertThat(logged())
                .extracting(LoggedChange::booking, LoggedChange::type)
                .containsExactly(
                        tuple(series.id(), ChangeType.CREATED),
                        tuple(series.id(), ChangeType.CHANGED),
                        tuple(later.id(), ChangeType.CREATED));
        assertThat(log.of(desk.stored(later))).hasSize(1);
        assertThat(log.of(desk.stored(series))).hasSize(2);
    }

    @Test
    void aDocumentKeepsNoMoreOfItThanItsLastWrite() {
        Booking booking = desk.booked(CAMILLE, anOrder(SEINE));
        for (int i = 0; i < 30; i++) {
            String title = "Comité " + i;
            done(desk.change(booking, CAMILLE, renamed(title)));
        }

        Document stored = documents("bookings").find().first();
        int most = access() == StoreAccess.EXCLUSIVE ? 1 : 31; // where others write, an hour's
        assertThat(stored.getList("changes", Document.class)).hasSizeLessThanOrEqualTo(most);
        assertThat(logged()).hasSize(31);
    }

    @Test
    void whatACrashKeptFromItIsAppendedAtTheNextStart() {
        Booking first = desk.booked(CAMILLE, anOrder(SEINE));
        Booking second = desk.booked(NADIA, anOrder(ALMONT));
        List<LoggedChange> before = logged();
        pages().deleteOne(new Document("_id", 2L));
        assertThat(pages().countDocuments()).isEqualTo(1);

        start();

        assertThat(logged()).containsExactlyInAnyOrderElementsOf(before);
        start();
        assertThat(logged()).hasSize(2);
        assertThat(log.of(first)).hasSize(1);
        assertThat(log.of(second)).hasSize(1);
    }

    @Test
    void afterAPeacefulEndWhoeverWritesAloneLooksThroughNothingUntilACrash() {
        desk.booked(CAMILLE, anOrder(SEINE));
        end.run();
        pages().deleteOne(new Document("_id", 1L)); // so that it shows whether the tails are looked through

        start();
        assertThat(logged()).hasSize(access() == StoreAccess.EXCLUSIVE ? 0 : 1);

        Booking second = desk.booked(NADIA, anOrder(ALMONT));
        pages().deleteOne(new Document("_id", log.last() / 100_000));
        start(); // after a crash
        assertThat(logged()).extracting(LoggedChange::booking).contains(second.id());
    }

    @Test
    void whatIsRewrittenIsReadAsItIsThen() {
        desk.booked(CAMILLE, anOrder(SEINE));
        assertThat(logged()).hasSize(1);

        rewrites.rewrite(change -> new Document(change).append("at", new Date(0)));

        assertThat(logged()).extracting(LoggedChange::at).containsExactly(Instant.EPOCH);
    }

    @Test
    void readsOnFromAnyPositionAndBackwards() {
        for (int i = 0; i < 25; i++) {
            Booking booking = desk.booked(CAMILLE, changed(anOrder(SEINE), at(aFreeHour(i))));
            done(desk.cancel(booking, CAMILLE));
        }

        List<Long> forwards = new ArrayList<>();
        long position = ChangeLog.START;
        for (List<ChangeLog.Entry> some = log.after(position, 7); !some.isEmpty(); some = log.after(position, 7)) {
            some.forEach(entry -> forwards.add(entry.position()));
            position = some.get(some.size() - 1).position();
        }
        List<Long> backwards = new ArrayList<>();
        position = Long.MAX_VALUE;
        for (List<ChangeLog.Entry> some = log.before(position, 7); !some.isEmpty(); some = log.before(position, 7)) {
            some.forEach(entry -> backwards.add(0, entry.position()));
            position = some.get(some.size() - 1).position();
        }

        assertThat(forwards).hasSize(50).isSortedAccordingTo(naturalOrder()).doesNotHaveDuplicates();
        assertThat(backwards).isEqualTo(forwards);
        assertThat(log.last()).isEqualTo(forwards.get(49));
    }

    @Test
    void manyWhoWriteAtOnceAreInItOnceEach() {
        List<BookingDesk> nodes = access() == StoreAccess.SHARED ? List.of(node(), node()) : List.of(desk);
        List<Callable<Booking>> tasks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            BookingDesk node = nodes.get(i % nodes.size());
            String start = aFreeHour(i);
            tasks.add(() -> {
                Booking booking = node.booked(CAMILLE, anOrder(SEINE), at(start));
                done(node.change(booking, CAMILLE, renamed("Comité bis")));
                return done(node.cancel(booking, CAMILLE));
            });
        }

        List<Booking> all = Together.all(tasks);

        assertThat(logged())
                .extracting(change -> change.booking().value() + "@" + change.version())
                .hasSize(120)
                .doesNotHaveDuplicates();
        assertThat(all)
                .allSatisfy(booking -> assertThat(log.of(booking))
                        .extracting(entry -> entry.change().version())
                        .containsExactly(1L, 2L, 3L));
    }

    @Test
    void noAddressIsInIt() {
        Booking booking = desk.booked(CAMILLE, anOrder(SEINE));
        done(desk.cancel(booking, MANAGER));

        assertThat(pages().find())
                .allSatisfy(page -> assertThat(page.toJson())
                        .doesNotContain(CAMILLE.email().value())
                        .doesNotContain(MANAGER.email().value()));
    }
}
