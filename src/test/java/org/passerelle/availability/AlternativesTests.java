package org.passerelle.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.forPeople;
import static org.passerelle.booking.Orders.linked;
import static org.passerelle.booking.Rooms.aRoom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.availability.query.FoundRooms.NearMiss;
import org.passerelle.availability.query.NaiveFreeTimes;
import org.passerelle.availability.query.NearMissChange;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.caps.QuotaGuide;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.booking.video.VideoQuality;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.VideoResource;
import org.passerelle.time.Interval;

/** What is offered to whom a room was refused: an hour on Wednesday 1 April 2026 at 09:00 in Paris. */
class AlternativesTests {

    private static final Interval NINE = Interval.of(Instant.parse("2026-04-01T07:00:00Z"), Duration.ofHours(1));
    private static final Room LARGE = aRoom("melun-large", 31).seating(10).build();

    private static Held held(Room room, Interval time) {
        return new Held(room.numbers().get(0), time);
    }

    private static List<NearMiss> instead(Directory directory, BookingOrder order, List<Room> taken, Held... more) {
        List<Held> held = new ArrayList<>(Arrays.asList(more));
        taken.forEach(room -> held.add(held(room, NINE)));
        List<Conflict> conflicts = taken.stream()
                .map(room -> new Conflict(room.id(), NINE, NINE.start()))
                .toList();
        return new Alternatives(
                        () -> directory,
                        new NaiveFreeTimes(directory, held),
                        proposal -> List.of(),
                        Clock.fixed(MutableClock.TODAY, ZoneOffset.UTC))
                .to(People.CAMILLE, order, conflicts);
    }

    @Test
    void putsALikeRoomWithSeatsEnoughFirstThenAnotherHour() {
        Directory directory = Rooms.directory(Rooms.SEINE, Rooms.ALMONT, Rooms.VISIO);

        List<NearMiss> instead = instead(directory, anOrder(Rooms.SEINE), List.of(Rooms.SEINE));

        assertThat(instead).hasSize(3);
        assertThat(instead.get(0))
                .isEqualTo(new NearMiss(List.of(Rooms.ALMONT), NINE, new NearMissChange.AnotherRoom()));
        assertThat(instead.get(1).change()).isEqualTo(new NearMissChange.Shifted(Duration.ofHours(1)));
        assertThat(instead.get(2).change()).isEqualTo(new NearMissChange.Shifted(Duration.ofHours(-1)));
    }

    /** Nobody has more of ALMONT, and later than ten o'clock of anything. */
    private static final QuotaGuide USED_UP = new QuotaGuide() {

        @Override
        public Map<RoomId, Reason> usedUp(QuotaQuestion question) {
            return Map.of(Rooms.ALMONT.id(), Reason.of(ReasonCode.QUOTA_EXCEEDED, "almont", "PERSON.OPEN", "1", "0"));
        }

        @Override
        public boolean leaveEnough(QuotaQuestion question) {
            return question.times().stream().noneMatch(time -> time.end().isAfter(NINE.end()));
        }
    };

    @Test
    void offersNothingThatAQuotaRefuses() {
        Directory directory = Rooms.directory(Rooms.SEINE, Rooms.ALMONT);

        List<NearMiss> instead = new Alternatives(
                        () -> directory,
                        new NaiveFreeTimes(directory, List.of(held(Rooms.SEINE, NINE))),
                        proposal -> List.of(),
                        USED_UP,
                        Clock.fixed(MutableClock.TODAY, ZoneOffset.UTC))
                .to(People.CAMILLE, anOrder(Rooms.SEINE), List.of(new Conflict(Rooms.SEINE.id(), NINE, NINE.start())));

        assertThat(instead)
                .singleElement()
                .satisfies(
                        only -> assertThat(only.change()).isEqualTo(new NearMissChange.Shifted(Duration.ofHours(-1))));
    }

    @Test
    void namesAsManyDesksOfTheNearestSiteThatHasThem() {
        Room few =
                aRoom("montreal-few", 85).at("montreal").open("24/7").ofDesks(2).build();
        Room desks = aRoom("montreal-desks", 90)
                .at("montreal")
                .open("24/7")
                .ofDesks(5)
                .build();
        Directory directory = Rooms.directory(Rooms.DESKS, few, desks);
        List<Held> all = Rooms.DESKS.numbers().stream()
                .skip(1)
                .map(number -> new Held(number, NINE))
                .toList();

        List<NearMiss> instead = instead(
                directory,
                anOrder(Rooms.DESKS, Rooms.DESKS, Rooms.DESKS),
                List.of(Rooms.DESKS),
                all.toArray(Held[]::new));

        assertThat(instead)
                .filteredOn(miss -> miss.change() instanceof NearMissChange.AnotherSite)
                .extracting(NearMiss::rooms)
                .containsExactly(List.of(desks, desks, desks));
        assertThat(instead)
                .filteredOn(miss -> miss.change() instanceof NearMissChange.Shifted)
                .allSatisfy(miss -> assertThat(miss.rooms()).containsExactly(Rooms.DESKS, Rooms.DESKS, Rooms.DESKS))
                .isNotEmpty();
    }

    @Test
    void namesAllRoomsWithTheSubstituteFirst() {
        Directory directory = Rooms.directory(Rooms.SEINE, Rooms.ALMONT, LARGE);

        List<NearMiss> instead = instead(directory, anOrder(Rooms.SEINE, Rooms.ALMONT), List.of(Rooms.SEINE));

        assertThat(instead.get(0).rooms()).containsExactly(LARGE, Rooms.ALMONT);
    }

    @Test
    void neverOffersARoomBesideOneItIsPartOf() {
        Directory directory = Rooms.directory(Rooms.SEINE, Rooms.ALMONT, LARGE, Rooms.GRAND_SALON);

        List<NearMiss> instead = instead(directory, anOrder(LARGE, Rooms.ALMONT), List.of(LARGE));

        assertThat(instead).isNotEmpty().noneMatch(each -> each.rooms().contains(Rooms.GRAND_SALON));
    }

    @Test
    void splitsPeopleWhenNoRoomIsLargeEnough() {
        Directory directory = Rooms.directory(Rooms.SEINE, Rooms.VISIO, Rooms.ALMONT);

        List<NearMiss> instead =
                instead(directory, changed(anOrder(Rooms.ALMONT), forPeople(12)), List.of(Rooms.ALMONT));

        assertThat(instead).contains(new NearMiss(List.of(Rooms.SEINE, Rooms.VISIO), NINE, new NearMissChange.Split()));
    }

    @Test
    void offersForASeriesOnlyWhatIsFreeOnAllDates() {
        Directory directory = Rooms.directory(Rooms.SEINE, Rooms.ALMONT, LARGE);
        Interval weekLater = Interval.of(NINE.start().plus(Duration.ofDays(7)), NINE.length());

        List<NearMiss> instead = instead(
                directory,
                changed(anOrder(Rooms.SEINE), every("FREQ=WEEKLY;COUNT=2")),
                List.of(Rooms.SEINE),
                held(Rooms.ALMONT, weekLater));

        assertThat(instead.get(0).rooms()).containsExactly(LARGE);
        assertThat(instead).noneMatch(each -> each.rooms().contains(Rooms.ALMONT));
    }

    @Test
    void offersAnotherHourForEquipmentAlone() {
        Directory directory =
                Rooms.directory(aRoom("melun-beamer", 40).counting(1).build());
        Room beamer = directory.rooms().iterator().next();

        List<NearMiss> instead = instead(directory, anOrder(beamer), List.of(beamer));

        assertThat(instead).isNotEmpty().allMatch(each -> each.change() instanceof NearMissChange.Shifted);
    }

    @Test
    void offersAnotherHourOrFewerRoomsToAConferenceThatLacksALine() {
        BookingOrder order = changed(anOrder(Rooms.VISIO, Rooms.STUDIO), linked(new ConferenceWish("jitsi")));

        List<NearMiss> instead = withoutLines(order, Rooms.LINE_OF_MELUN, new Held(41, NINE));

        assertThat(instead)
                .containsExactly(
                        new NearMiss(List.of(Rooms.STUDIO), NINE, new NearMissChange.WithoutRoom(Rooms.VISIO.id())),
                        new NearMiss(
                                List.of(Rooms.VISIO, Rooms.STUDIO),
                                Interval.of(NINE.end(), Duration.ofHours(1)),
                                new NearMissChange.Shifted(Duration.ofHours(1))),
                        new NearMiss(
                                List.of(Rooms.VISIO, Rooms.STUDIO),
                                Interval.of(NINE.start().minusSeconds(3600), NINE.start()),
                                new NearMissChange.Shifted(Duration.ofHours(-1))));
    }

    @Test
    void offersPlainerPicturesToAConferenceForWhichTheUplinkIsTooNarrow() {
        Interval tenPastThree = Interval.of(Instant.parse("2026-04-06T13:00:00Z"), Duration.ofHours(1));
        BookingOrder order = changed(
                anOrder(Rooms.VISIO, Rooms.SUITE),
                at("2026-04-06T15:00"),
                linked(new ConferenceWish("jitsi").in(VideoQuality.FULL_HD)));

        List<NearMiss> instead = withoutLines(order, Rooms.UPLINK_OF_MELUN);

        assertThat(instead)
                .contains(new NearMiss(
                        List.of(Rooms.VISIO, Rooms.SUITE),
                        tenPastThree,
                        new NearMissChange.LowerQuality(VideoQuality.HD)))
                .noneMatch(each -> each.change() instanceof NearMissChange.Shifted); // it is as narrow all day
    }

    @Test
    void offersNoHourAtWhichAConferenceWouldLackALine() {
        BookingOrder order = changed(anOrder(Rooms.VISIO), linked(new ConferenceWish("jitsi")));
        Held allMorning = new Held(41, Interval.of(NINE.start().minusSeconds(7200), Duration.ofHours(8)));

        List<NearMiss> instead = instead(Rooms.directory(), order, List.of(Rooms.VISIO), allMorning);

        assertThat(instead)
                .isNotEmpty()
                .noneMatch(each -> each.rooms().contains(Rooms.SUITE_OF_MELUN)
                        || each.rooms().contains(Rooms.VISIO));
    }

    private static List<NearMiss> withoutLines(BookingOrder order, VideoResource lacking, Held... held) {
        Directory directory = Rooms.directory();
        return new Alternatives(
                        () -> directory,
                        new NaiveFreeTimes(directory, List.of(held)),
                        proposal -> List.of(),
                        Clock.fixed(MutableClock.TODAY, ZoneOffset.UTC))
                .to(People.CAMILLE, order, List.of(new Conflict(lacking.id(), NINE, NINE.start())));
    }
}
