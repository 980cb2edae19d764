package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.inRooms;
import static org.passerelle.booking.Orders.inviting;
import static org.passerelle.booking.Orders.lasting;
import static org.passerelle.booking.Orders.linked;
import static org.passerelle.booking.Orders.skipping;
import static org.passerelle.booking.Orders.unlinked;
import static org.passerelle.booking.Outcomes.conflicts;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.BRIDGE;
import static org.passerelle.booking.Rooms.LAB;
import static org.passerelle.booking.Rooms.LINE_OF_MELUN;
import static org.passerelle.booking.Rooms.LOFT;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.booking.Rooms.STUDIO;
import static org.passerelle.booking.Rooms.SUITE;
import static org.passerelle.booking.Rooms.SUITE_OF_MELUN;
import static org.passerelle.booking.Rooms.UPLINK_OF_MELUN;
import static org.passerelle.booking.Rooms.VISIO;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.booking.video.VideoQuality;
import org.passerelle.time.Interval;

/** What conferences use up: the lines of a site, its uplink and the ports of a bridge, claimed with the rooms in one write. */
public interface VideoLinesContract {

    ConferenceWish JITSI = new ConferenceWish("jitsi");
    ConferenceWish BBB = new ConferenceWish("bbb");
    Instant NINE = Instant.parse("2026-04-01T07:00:00Z");

    BookingDesk desk();

    StoredBookings stored();

    @Test
    default void givesTheLastLineOfASiteOnceToTwoWhoTakeItAtTheSameInstant() {
        for (int hour = 9; hour < 18; hour++) {
            String start = "2026-04-21T%02d:00".formatted(hour);
            Callable<BookingResult> visio =
                    () -> desk().book(CAMILLE, changed(anOrder(VISIO), at(start), linked(JITSI)));
            Callable<BookingResult> suite =
                    () -> desk().book(NADIA, changed(anOrder(SUITE_OF_MELUN), at(start), linked(JITSI)));

            List<BookingResult> results = Together.all(List.of(visio, suite));

            assertThat(results).filteredOn(Outcomes::isDone).hasSize(1);
            assertThat(results)
                    .filteredOn(result -> !Outcomes.isDone(result))
                    .singleElement()
                    .satisfies(result -> assertThat(conflicts(result))
                            .extracting(Conflict::room)
                            .containsOnly(LINE_OF_MELUN.id()));
        }
        stored().assertSound();
    }

    @Test
    default void givesThePortsOfABridgeToNoMoreConferencesThanItCarries() {
        List<Callable<BookingResult>> takers = Stream.of(SEINE, ALMONT, STUDIO, LAB, LOFT)
                .map(room -> changed(anOrder(room), linked(BBB), inviting("a@x.example", "b@x.example")))
                .<Callable<BookingResult>>map(order -> () -> desk().book(NADIA, order))
                .toList();

        List<BookingResult> results = Together.all(takers);

        assertThat(results).filteredOn(Outcomes::isDone).hasSize(3);
        assertThat(results)
                .filteredOn(result -> !Outcomes.isDone(result))
                .allSatisfy(result ->
                        assertThat(conflicts(result)).extracting(Conflict::room).containsOnly(BRIDGE.id()));
        stored().assertSound();
    }

    @Test
    default void namesWhatAConferenceLacks() {
        desk().booked(CAMILLE, anOrder(VISIO), linked(JITSI));

        BookingResult lineless = desk().book(NADIA, changed(anOrder(SUITE_OF_MELUN), linked(JITSI)));
        BookingResult unlinkedRoom = desk().book(NADIA, anOrder(SUITE_OF_MELUN));

        assertThat(conflicts(lineless))
                .containsExactly(new Conflict(LINE_OF_MELUN.id(), Interval.of(NINE, Duration.ofHours(1)), NINE));
        done(unlinkedRoom);
    }

    @Test
    default void claimsLinesUplinkAndPortsWithTheRooms() {
        Booking made = desk().booked(
                        CAMILLE, anOrder(VISIO, SUITE), at("2026-04-01T15:00"), linked(BBB), inviting("kim@x.example"));

        List<Stretch> lines = made.occurrences().get(0).lines();

        assertThat(lines)
                .extracting(Stretch::number)
                .containsExactlyInAnyOrder(41, 42, 51); // a line, 5 Mbit/s, four ports for two rooms and a person
        assertThat(stored().claims(made.id())).hasSize((2 + 3) * 12);
    }

    @Test
    default void refusesAConferenceOnDaysWithTooLittleUplink() {
        var order = changed(anOrder(VISIO, SUITE), at("2026-04-06T15:00"), linked(JITSI.in(VideoQuality.FULL_HD)));

        assertThat(conflicts(desk().book(CAMILLE, order)))
                .extracting(Conflict::room)
                .containsExactly(UPLINK_OF_MELUN.id());
        done(desk().book(CAMILLE, changed(order, linked(JITSI.in(VideoQuality.SD)))));
    }

    @Test
    default void leavesOutTheDatesForWhichThereIsNoLine() {
        desk().booked(NADIA, anOrder(SUITE_OF_MELUN), at("2026-04-08T09:30"), linked(JITSI));

        Booking series =
                desk().booked(CAMILLE, anOrder(VISIO), every("FREQ=WEEKLY;COUNT=3"), skipping(), linked(JITSI));

        assertThat(series.occurrences()).hasSize(2);
        assertThat(series.skipped())
                .singleElement()
                .satisfies(date -> assertThat(date.time().start()).isEqualTo("2026-04-08T07:00:00Z"));
    }

    @Test
    default void givesLinesBackWithTheBookingAndWithAnEarlyEnd() {
        Booking first = desk().booked(CAMILLE, anOrder(VISIO), linked(JITSI));
        done(desk().cancel(first, CAMILLE));
        Booking second = desk().booked(CAMILLE, anOrder(VISIO), lasting("PT2H"), linked(JITSI));
        desk().clock.advance(Duration.between(desk().clock.instant(), NINE.plusSeconds(1770)));

        done(desk().attendance.end(CAMILLE, second.id(), Optional.empty()));

        desk().booked(NADIA, anOrder(SUITE_OF_MELUN), at("2026-04-01T09:30"), linked(JITSI));
        stored().assertSound();
    }

    @Test
    default void takesLinesWhenABookingBecomesAConferenceAndGivesThemBackWhenItStopsBeingOne() {
        Booking made = desk().booked(CAMILLE, anOrder(VISIO), every("FREQ=WEEKLY;COUNT=3"));
        Booking other = desk().booked(NADIA, anOrder(SUITE_OF_MELUN), at("2026-04-08T09:00"), linked(JITSI));
        BookingResult refused = desk().change(made, CAMILLE, linked(JITSI));
        done(desk().change(other, NADIA, unlinked()));

        Booking linked = done(desk().change(made, CAMILLE, linked(JITSI)));

        assertThat(conflicts(refused))
                .extracting(Conflict::recurrenceId)
                .containsExactly(Instant.parse("2026-04-08T07:00:00Z"));
        assertThat(linked.occurrences())
                .allSatisfy(date -> assertThat(date.lines()).isNotEmpty());
        assertThat(conflicts(desk().change(other, NADIA, linked(JITSI)))).isNotEmpty();
        assertThat(linked.status().sequence()).isEqualTo(made.status().sequence());
    }

    @Test
    default void movesWithinItsOwnLines() {
        Booking made = desk().booked(CAMILLE, anOrder(VISIO), linked(JITSI));

        Booking moved = done(desk().change(made, CAMILLE, at("2026-04-01T09:30")));
        Booking changedRoom = done(desk().change(moved, CAMILLE, inRooms(SUITE_OF_MELUN)));

        assertThat(changedRoom.occurrences().get(0).lines())
                .extracting(Stretch::number)
                .containsExactly(41);
    }

    @Test
    default void countsPeopleInvitedLaterAsPorts() {
        Booking made = desk().booked(CAMILLE, anOrder(VISIO), linked(BBB));
        String[] many =
                IntStream.range(0, 12).mapToObj(i -> "p" + i + "@x.example").toArray(String[]::new);

        BookingResult tooMany = desk().change(made, CAMILLE, inviting(many));
        Booking some = done(
                desk().change(made, CAMILLE, inviting("a@x.example", "b@x.example", "c@x.example", "d@x.example")));

        assertThat(conflicts(tooMany)).extracting(Conflict::room).containsOnly(BRIDGE.id());
        assertThat(some.occurrences().get(0).lines())
                .filteredOn(line -> BRIDGE.numbers().contains(line.number()))
                .hasSize(2);
    }

    @Test
    default void refusesForWantOfCapacityOnlyWhereItIsUsedUp() {
        UnaryOperator<BookingOrder> conference =
                order -> inviting("a@x.example").apply(linked(BBB).apply(order));
        desk().booked(NADIA, anOrder(SEINE), conference);
        desk().booked(NADIA, anOrder(ALMONT), lasting("PT2H"), conference);
        Booking passing = desk().booked(NADIA, anOrder(SEINE), at("2026-04-01T10:00"), conference);
        desk().booked(NADIA, anOrder(STUDIO), at("2026-04-01T10:00"), conference);
        done(desk().cancel(passing, NADIA));

        // No four ports are free for both hours, but in each hour some are.
        Booking both = desk().booked(NADIA, anOrder(LOFT), lasting("PT2H"), conference);

        assertThat(both.occurrences().get(0).lines())
                .extracting(Stretch::number)
                .hasSize(2)
                .doesNotHaveDuplicates();
        stored().assertSound();
    }
}
