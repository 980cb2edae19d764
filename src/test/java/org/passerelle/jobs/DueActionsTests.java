package org.passerelle.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.SEINE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Together;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.Orders;
import org.passerelle.booking.due.DueTime;
import org.passerelle.booking.due.TimedAction;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.jobs.mongo.ActionRecords;
import org.passerelle.jobs.mongo.ActionRecordsWiring;
import org.passerelle.platform.EmbeddedMongoStore;
import org.passerelle.platform.StoreAccess;
import org.springframework.dao.DataAccessResourceFailureException;

/** Each thing that is due is done once, at its time, as the booking stands then. */
class DueActionsTests {

    private static final Duration AHEAD = Duration.ofHours(1);

    private final List<String> performed = Collections.synchronizedList(new ArrayList<>());
    private final List<String> outcomes = Collections.synchronizedList(new ArrayList<>());
    private int failures;
    private boolean isAway;
    private boolean cannotTell;
    private boolean isAtALoss;
    private EmbeddedMongoStore store;
    private BookingDesk desk;
    private Node node;

    /** One program. */
    private record Node(DueActions actions, DueTimes times, ActionRecords records) {

        void note(Booking booking) {
            actions.note(booking, Instant.MAX);
        }
    }

    /** Whose database is away when a test says so. */
    private final class UnreliableRecords extends ActionRecords {

        UnreliableRecords(StoreAccess access) {
            super(store.template(), access);
        }

        @Override
        public ActionClaim claim(String key, String kind, DueTime due, Instant now) {
            if (isAway) {
                throw new DataAccessResourceFailureException("The database is away");
            }
            if (isAtALoss) {
                throw new IllegalStateException("Index 1 out of bounds for length 1");
            }
            return super.claim(key, kind, due, now);
        }
    }

    /** An hour before each date that is planned. */
    private final class Bell implements TimedAction {

        @Override
        public String kind() {
            return "bell";
        }

        @Override
        public List<DueTime> times(Booking booking, Instant now) {
            if (cannotTell) {
                throw new IllegalStateException("The bell has no hands");
            }
            return booking.occupying()
                    .map(date -> new DueTime(
                            booking.id(),
                            Optional.of(date.recurrenceId()),
                            date.time().start().minus(AHEAD),
                            date.time().start()))
                    .toList();
        }

        @Override
        public boolean perform(Booking booking, DueTime due) {
            if (failures > 0) {
                failures--;
                throw new IllegalStateException("The bell is broken");
            }
            performed.add(booking.content().title() + " " + due.at());
            return true;
        }
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        store = EmbeddedMongoStore.open(folder, MongoBookingsWiring.indexes(), ActionRecordsWiring.indexes());
        desk = new BookingDesk(MongoBookingsWiring.over(store.template()));
        node = node(StoreAccess.EXCLUSIVE);
    }

    private Node node(StoreAccess access) {
        DueTimes times = new DueTimes();
        ActionRecords records = new UnreliableRecords(access);
        DueActions actions = new DueActions(
                List.of(new Bell()),
                desk.reading,
                records,
                times,
                (kind, outcome) -> outcomes.add(kind + " " + outcome),
                desk.clock);
        return new Node(actions, times, records);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void at(String instant) {
        desk.clock.advance(Duration.between(desk.clock.instant(), Instant.parse(instant)));
    }

    private Booking booked() {
        Booking booking = desk.booked(CAMILLE, anOrder(SEINE)); // 1 April, 07:00 to 08:00 UTC
        node.note(booking);
        return booking;
    }

    @Test
    void isDoneAtItsTimeAndOnlyOnce() {
        booked();

        at("2026-04-01T05:59:59Z");
        node.actions().performDue();
        assertThat(performed).isEmpty();

        at("2026-04-01T06:00:00Z");
        node.actions().performDue();
        node.actions().performDue();
        assertThat(performed).containsExactly("Comité 2026-04-01T06:00:00Z");
    }

    @Test
    void isNotDoneAgainAfterAStart() {
        Booking booking = booked();
        at("2026-04-01T06:10:00Z");
        node.actions().performDue();

        Node next = node(StoreAccess.EXCLUSIVE);
        next.note(booking);
        next.actions().performDue();

        assertThat(performed).hasSize(1);
    }

    @Test
    void movesWithItsDate() {
        Booking booking = booked();
        Booking moved = done(desk.moveDate(booking, CAMILLE, "2026-04-01T07:00:00Z", "2026-04-01T12:00:00Z"));
        node.note(moved);

        at("2026-04-01T06:30:00Z");
        node.actions().performDue();
        assertThat(performed).isEmpty();

        at("2026-04-01T11:00:00Z");
        node.actions().performDue();
        assertThat(performed).containsExactly("Comité 2026-04-01T11:00:00Z");
    }

    @Test
    void isNotDoneForWhatWasCancelled() {
        done(desk.cancel(booked(), CAMILLE));

        at("2026-04-01T06:30:00Z");
        node.actions().performDue();

        assertThat(performed).isEmpty();
    }

    @Test
    void isDroppedWhenItIsTooLate() {
        booked();

        at("2026-04-01T07:00:01Z");
        node.actions().performDue();

        assertThat(performed).isEmpty();
        assertThat(node.records().in(ActionRecords.ActionState.DROPPED, 10)).hasSize(1);
    }

    @Test
    void whatBecameTooLateWhileNobodyWasThereIsDroppedForAllToSee() {
        Booking missed = desk.booked(CAMILLE, anOrder(SEINE));
        Booking done = desk.booked(CAMILLE, anOrder(ALMONT));
        node.note(done);
        at("2026-04-01T06:00:00Z");
        node.actions().performDue();
        at("2026-04-01T07:30:00Z");

        Node next = node(StoreAccess.EXCLUSIVE);
        next.actions().noteWithMissed(List.of(missed, done), desk.clock.instant());
        assertThat(next.times().size()).isEqualTo(1);
        next.actions().performDue();

        assertThat(performed).hasSize(1);
        assertThat(next.records().in(ActionRecords.ActionState.DROPPED, 10))
                .singleElement()
                .satisfies(record ->
                        assertThat(record.booking()).isEqualTo(missed.id().value()));
    }

    @Test
    void whatHasEndedIsNotAskedOfTheDatabaseAgain() {
        Booking booking = booked();
        at("2026-04-01T06:00:00Z");
        node.actions().performDue();

        node.note(booking);
        Node next = node(StoreAccess.SHARED);
        next.note(booking);
        next.actions().performDue();
        next.note(booking);

        assertThat(node.times().size()).isZero();
        assertThat(next.times().size()).isZero();
        assertThat(performed).hasSize(1);
    }

    @Test
    void anActionThatCannotTellItsTimesHarmsNoOther() {
        Booking booking = desk.booked(CAMILLE, anOrder(SEINE));
        cannotTell = true;

        node.note(booking);

        cannotTell = false;
        node.note(booking);
        assertThat(node.times().size()).isEqualTo(1);
    }

    @Test
    void isTriedAgainAfterAPauseWhenItFails() {
        booked();
        failures = 2;
        at("2026-04-01T06:00:00Z");

        node.actions().performDue();
        node.actions().performDue();
        assertThat(node.records().in(ActionRecords.ActionState.FAILED, 10))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.tries()).isEqualTo(1);
                    assertThat(record.problem()).isEqualTo("IllegalStateException");
                });

        for (String time : List.of("2026-04-01T06:01:00Z", "2026-04-01T06:02:59Z")) {
            at(time);
            node.actions().performDue();
        }
        assertThat(performed).isEmpty();

        at("2026-04-01T06:03:00Z");
        node.actions().performDue();
        assertThat(performed).hasSize(1);
        assertThat(node.records().in(ActionRecords.ActionState.FAILED, 10)).isEmpty();
    }

    @Test
    void nothingIsForgottenWhileTheDatabaseIsAway() {
        booked();
        node.note(desk.booked(CAMILLE, anOrder(ALMONT)));
        at("2026-04-01T06:00:00Z");
        isAway = true;

        assertThatThrownBy(node.actions()::performDue).isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(node.times().first()).contains(Instant.parse("2026-04-01T06:01:00Z"));

        isAway = false;
        at("2026-04-01T06:01:00Z");
        node.actions().performDue();
        assertThat(performed).hasSize(2);
    }

    @Test
    void whatCouldNotEvenBeLookedAtIsTriedAgainInAMinute() {
        booked();
        at("2026-04-01T06:00:00Z");
        isAtALoss = true;
        node.actions().performDue();
        assertThat(performed).isEmpty();

        isAtALoss = false;
        node.actions().performDue();
        assertThat(performed).isEmpty();
        at("2026-04-01T06:01:00Z");
        node.actions().performDue();
        assertThat(performed).hasSize(1);
    }

    @Test
    void tellsHowEverythingEndedByItsKind() {
        booked();
        failures = 1;
        at("2026-04-01T06:00:00Z");
        node.actions().performDue();
        at("2026-04-01T06:01:00Z");
        node.actions().performDue();
        node.note(desk.booked(CAMILLE, anOrder(ALMONT)));
        at("2026-04-01T07:00:01Z");
        node.actions().performDue();

        assertThat(outcomes).containsExactly("bell FAILED", "bell DONE", "bell DROPPED");
    }

    @Test
    void whatACrashLeftClaimedIsDoneAtTheNextStart() {
        Booking booking = booked();
        at("2026-04-01T06:00:00Z");
        DueTime due = new Bell().times(booking, desk.clock.instant()).get(0);
        assertThat(node.records()
                        .claim(due.key("bell"), "bell", due, desk.clock.instant())
                        .isMine())
                .isTrue();

        Node next = node(StoreAccess.EXCLUSIVE);
        next.note(booking);
        next.actions().performDue();

        assertThat(performed).hasSize(1);
    }

    @Test
    void whatAnotherNodeHasClaimedIsLeftToItUntilTheClaimRunsOut() {
        Booking booking = booked();
        Node other = node(StoreAccess.SHARED);
        Node next = node(StoreAccess.SHARED);
        at("2026-04-01T06:00:00Z");
        DueTime due = new Bell().times(booking, desk.clock.instant()).get(0);
        other.records().claim(due.key("bell"), "bell", due, desk.clock.instant());
        next.note(booking);

        next.actions().performDue();
        assertThat(performed).isEmpty();

        at("2026-04-01T06:05:00Z");
        next.actions().performDue();
        assertThat(performed).hasSize(1);
    }

    @Test
    void ofTwoNodesOneDoesIt() {
        Booking booking = booked();
        List<Node> nodes = List.of(node(StoreAccess.SHARED), node(StoreAccess.SHARED), node(StoreAccess.SHARED));
        nodes.forEach(each -> each.note(booking));
        at("2026-04-01T06:00:00Z");

        Together.all(nodes.stream()
                .<Callable<Boolean>>map(each -> () -> {
                    each.actions().performDue();
                    return true;
                })
                .toList());

        assertThat(performed).hasSize(1);
    }

    @Test
    void theListenerIsToldOfAnEarlierTime() {
        List<Instant> told = new ArrayList<>();
        node.times().whenFirstChanges(told::add);
        booked();
        Booking later = desk.booked(CAMILLE, anOrder(SEINE), Orders.at("2026-04-02T09:00"));
        node.note(later);
        Booking earlier = desk.booked(CAMILLE, anOrder(SEINE), Orders.at("2026-03-31T09:00"));
        node.note(earlier);

        assertThat(told).containsExactly(Instant.parse("2026-04-01T06:00:00Z"), Instant.parse("2026-03-31T06:00:00Z"));
    }
}
