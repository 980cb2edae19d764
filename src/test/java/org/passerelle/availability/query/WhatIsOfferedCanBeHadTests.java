package org.passerelle.availability.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.forPeople;
import static org.passerelle.booking.Orders.lasting;
import static org.passerelle.booking.Rooms.aRoom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.availability.Alternatives;
import org.passerelle.availability.Held;
import org.passerelle.availability.query.FoundRooms.NearMiss;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.policy.ConferenceEntry;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomKind;
import org.passerelle.time.Interval;

/** Alternatives are judged as booking judges them: an hour on Wednesday 1 April 2026 at 09:00 in Paris, unless said otherwise. */
class WhatIsOfferedCanBeHadTests {

    private static final Instant NINE = Instant.parse("2026-04-01T07:00:00Z");
    private static final Interval HOUR = Interval.of(NINE, Duration.ofHours(1));
    private static final ConferenceEntry OPEN_TO_ALL = proposal -> List.of();
    private static final Room LARGE = aRoom("melun-large", 31).seating(10).build();

    private static Held held(Room room, Instant from, Duration length) {
        return new Held(room.numbers().get(0), Interval.of(from, length));
    }

    private static Alternatives alternatives(Directory directory, ConferenceEntry entry, Held... held) {
        return new Alternatives(
                () -> directory,
                new NaiveFreeTimes(directory, Arrays.asList(held)),
                entry,
                Clock.fixed(MutableClock.TODAY, ZoneOffset.UTC));
    }

    private static List<Conflict> taken(Room room, Interval time) {
        return List.of(new Conflict(room.id(), time, time.start()));
    }

    private static List<NearMiss> instead(Directory directory, BookingOrder order, Room room, Held... held) {
        return alternatives(directory, OPEN_TO_ALL, held).to(People.CAMILLE, order, taken(room, HOUR));
    }

    private static List<Duration> shifts(List<NearMiss> found) {
        return found.stream()
                .map(NearMiss::change)
                .filter(NearMissChange.Shifted.class::isInstance)
                .map(change -> ((NearMissChange.Shifted) change).by())
                .toList();
    }

    @Test
    void offersTheNearestStartFirstAndThenTheNearestTheOtherWay() {
        Directory directory = Rooms.directory(Rooms.SEINE);

        List<NearMiss> found = instead(
                directory,
                anOrder(Rooms.SEINE),
                Rooms.SEINE,
                held(Rooms.SEINE, NINE.minusSeconds(60 * 60), Duration.ofMinutes(65)),
                held(Rooms.SEINE, NINE.plusSeconds(65 * 60), Duration.ofMinutes(5)));

        // Free: 09:05 to 10:05, and from 10:10 on; an hour before nine it is taken.
        assertThat(shifts(found)).containsExactly(Duration.ofMinutes(5));
        assertThat(shifts(instead(
                        directory,
                        anOrder(Rooms.SEINE),
                        Rooms.SEINE,
                        held(Rooms.SEINE, NINE.minusSeconds(15 * 60), Duration.ofMinutes(20)))))
                .containsExactly(Duration.ofMinutes(5), Duration.ofMinutes(15));
        assertThat(shifts(instead(
                        directory,
                        anOrder(Rooms.SEINE),
                        Rooms.SEINE,
                        held(Rooms.SEINE, NINE.plusSeconds(35 * 60), Duration.ofMinutes(5)))))
                .containsExactly(Duration.ofMinutes(-25), Duration.ofMinutes(40));
    }

    @Test
    void movesASeriesOnlyToAnHourAtWhichItHasTheSameDates() {
        Directory directory = Rooms.directory(Rooms.STUDIO);
        BookingOrder mondays = changed(
                anOrder(Rooms.STUDIO), at("2026-03-30T23:30"), lasting("PT20M"), every("FREQ=WEEKLY;BYDAY=MO;COUNT=3"));
        Instant first = Instant.parse("2026-03-30T21:30:00Z");

        List<NearMiss> found = alternatives(directory, OPEN_TO_ALL, held(Rooms.STUDIO, first, Duration.ofMinutes(20)))
                .to(People.CAMILLE, mondays, taken(Rooms.STUDIO, Interval.of(first, Duration.ofMinutes(20))));

        // From midnight on the first date would be a Tuesday, which is none of the rule.
        assertThat(shifts(found)).containsExactly(Duration.ofMinutes(20), Duration.ofMinutes(-20));
        assertThat(shifts(alternatives(
                                directory,
                                OPEN_TO_ALL,
                                held(Rooms.STUDIO, first.minusSeconds(3600), Duration.ofHours(2)))
                        .to(People.CAMILLE, mondays, taken(Rooms.STUDIO, Interval.of(first, Duration.ofMinutes(20))))))
                .isEmpty();
    }

    @Test
    void movesASeriesByTheClockOnTheWallAcrossAChangeOfTheClocks() {
        Directory directory = Rooms.directory(Rooms.SEINE);
        BookingOrder weekly = changed(anOrder(Rooms.SEINE), at("2026-10-21T09:00"), every("FREQ=WEEKLY;COUNT=2"));
        Instant before = Instant.parse("2026-10-21T07:00:00Z");
        Held october = held(Rooms.SEINE, before.minusSeconds(7200), Duration.ofHours(3));
        // At 10:00 the first is free; the second one is then at 09:00 UTC, which is taken up to 10:30.
        Held november = held(Rooms.SEINE, Instant.parse("2026-10-28T09:00:00Z"), Duration.ofMinutes(90));

        List<NearMiss> found = alternatives(directory, OPEN_TO_ALL, october, november)
                .to(People.CAMILLE, weekly, taken(Rooms.SEINE, Interval.of(before, Duration.ofHours(1))));

        assertThat(shifts(found)).isEmpty();
    }

    @Test
    void offersNothingToASeriesThatGetsInItsOwnWay() {
        Directory directory = Rooms.directory(
                Rooms.STUDIO,
                aRoom("melun-night", 41)
                        .open("24/7")
                        .lasting("PT5M", "P3D")
                        .ahead("PT0S", "P2Y")
                        .build());
        BookingOrder overlapping = changed(anOrder(Rooms.STUDIO), lasting("PT30H"), every("FREQ=DAILY;COUNT=3"));

        assertThat(instead(directory, overlapping, Rooms.STUDIO)).isEmpty();
    }

    @Test
    void offersNoRoomThatCannotJoinTheConference() {
        Directory directory = Rooms.directory(Rooms.SEINE, Rooms.ALMONT, LARGE);
        ConferenceEntry almontIsShutOut = proposal -> proposal.rooms().contains(Rooms.ALMONT)
                ? List.of(Reason.of(ReasonCode.NOT_ALLOWED, Rooms.ALMONT.id(), "shut-out"))
                : List.of();

        List<NearMiss> found = alternatives(directory, almontIsShutOut, held(Rooms.SEINE, NINE, HOUR.length()))
                .to(People.CAMILLE, anOrder(Rooms.SEINE), taken(Rooms.SEINE, HOUR));

        assertThat(found).isNotEmpty().noneMatch(near -> near.rooms().contains(Rooms.ALMONT));
    }

    @Test
    void saysWhatAManagerMustAgreeToAndPutsItAfterWhatIsPlain() {
        Room council = aRoom("melun-aaa", 51).seating(8).needingApproval().build();
        Directory directory = Rooms.directory(Rooms.SEINE, council, LARGE);

        List<NearMiss> found =
                instead(directory, anOrder(Rooms.SEINE), Rooms.SEINE, held(Rooms.SEINE, NINE, HOUR.length()));

        assertThat(found).extracting(NearMiss::rooms).startsWith(List.of(LARGE), List.of(council));
        assertThat(found).extracting(NearMiss::mustAsk).startsWith(false, true);
    }

    @Test
    void offersALargerRoomWhereThereAreTooManyPeople() {
        Directory directory = Rooms.directory(Rooms.SEINE, Rooms.ALMONT, LARGE, Rooms.GRAND_SALON);
        BookingOrder eleven = changed(anOrder(Rooms.SEINE), forPeople(11));
        List<Reason> tooMany = List.of(Reason.of(ReasonCode.OVER_CAPACITY, "8").on(NINE));

        List<NearMiss> found = alternatives(directory, OPEN_TO_ALL).toRefused(People.CAMILLE, eleven, tooMany);
        List<NearMiss> almontIsTaken = alternatives(directory, OPEN_TO_ALL, held(Rooms.ALMONT, NINE, HOUR.length()))
                .toRefused(People.CAMILLE, eleven, tooMany);

        assertThat(found.get(0)).isEqualTo(new NearMiss(List.of(Rooms.ALMONT), HOUR, new NearMissChange.AnotherRoom()));
        assertThat(almontIsTaken)
                .containsExactly(new NearMiss(List.of(LARGE, Rooms.SEINE), HOUR, new NearMissChange.Split()));
    }

    @Test
    void offersALargerRoomAlsoWhereTheSmallOneIsTakenAndNoneWhereTheRoomsThatStayAre() {
        Directory directory = Rooms.directory(Rooms.SEINE, Rooms.ALMONT, LARGE, Rooms.VISIO);
        List<Reason> tooMany = List.of(Reason.of(ReasonCode.OVER_CAPACITY, "8").on(NINE));

        List<NearMiss> smallIsTaken = alternatives(directory, OPEN_TO_ALL, held(Rooms.SEINE, NINE, HOUR.length()))
                .toRefused(People.CAMILLE, changed(anOrder(Rooms.SEINE), forPeople(9)), tooMany);
        List<NearMiss> othersAreTaken = alternatives(
                        directory,
                        OPEN_TO_ALL,
                        held(Rooms.SEINE, NINE, HOUR.length()),
                        held(Rooms.VISIO, NINE, HOUR.length()))
                .toRefused(People.CAMILLE, changed(anOrder(Rooms.SEINE, Rooms.VISIO), forPeople(16)), tooMany);

        assertThat(smallIsTaken.get(0).rooms()).containsExactly(LARGE);
        assertThat(othersAreTaken).isEmpty();
    }

    @Test
    void seatsTooManyPeopleInARoomOfAnotherKindWhereNoneOfTheKindIsLargeEnough() {
        Room suite = aRoom("melun-suite", 61)
                .ofKind(RoomKind.TELEPRESENCE)
                .seating(6)
                .build();
        BookingOrder ten = changed(anOrder(suite), forPeople(10));

        List<NearMiss> found = alternatives(Rooms.directory(suite, Rooms.ALMONT), OPEN_TO_ALL)
                .toRefused(People.CAMILLE, ten, List.of(Reason.of(ReasonCode.OVER_CAPACITY, "6")));

        assertThat(found).containsExactly(new NearMiss(List.of(Rooms.ALMONT), HOUR, new NearMissChange.AnotherRoom()));
    }

    @Test
    void offersNothingWhereMoreThanTheSeatsIsWrong() {
        Directory directory = Rooms.directory(Rooms.SEINE, Rooms.ALMONT);
        List<Reason> reasons =
                List.of(Reason.of(ReasonCode.OVER_CAPACITY, "8"), Reason.of(ReasonCode.SITE_CLOSED, Rooms.SEINE.id()));

        assertThat(alternatives(directory, OPEN_TO_ALL)
                        .toRefused(People.CAMILLE, changed(anOrder(Rooms.SEINE), forPeople(11)), reasons))
                .isEmpty();
    }

    @Test
    void letsPeopleStayAsLongAsTheRoomIsTheirsOrGoOnNextDoorAndNotInAnotherTown() {
        Room there = aRoom("montreal-salle", 71).at("montreal").seating(8).build();
        Directory directory = Rooms.directory(Rooms.FORUM, Rooms.ALMONT, there);
        // They sit in the forum until 10:00 and wish to stay until 11:00; from 10:45 on it is made ready for others.
        BookingOrder rest = changed(anOrder(Rooms.FORUM), at("2026-04-01T10:00"));
        Interval wished = Interval.of(HOUR.end(), Duration.ofHours(1));
        Interval others = Interval.of(Instant.parse("2026-04-01T08:45:00Z"), Duration.ofHours(1));

        List<NearMiss> found = alternatives(directory, OPEN_TO_ALL, held(Rooms.FORUM, others.start(), others.length()))
                .toStayingOn(People.CAMILLE, rest, taken(Rooms.FORUM, others));

        assertThat(found)
                .containsExactly(
                        new NearMiss(
                                List.of(Rooms.FORUM),
                                Interval.of(HOUR.end(), Duration.ofMinutes(30)),
                                new NearMissChange.Shortened(Duration.ofMinutes(30))),
                        new NearMiss(List.of(Rooms.ALMONT), wished, new NearMissChange.AnotherRoom()));
    }
}
