package org.passerelle.availability.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Rooms.aRoom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.availability.Held;
import org.passerelle.availability.RoomFinder;
import org.passerelle.availability.query.FoundRooms.NearMiss;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.caps.QuotaGuide;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.SiteId;
import org.passerelle.time.Interval;

/** What comes close when nothing fits: an hour on Wednesday 1 April 2026 at 09:00 in Paris. */
class NearMissesTests {

    private static final Interval NINE = Interval.of(Instant.parse("2026-04-01T07:00:00Z"), Duration.ofHours(1));
    private static final RoomQuery.Needs AT_MELUN =
            new RoomQuery.Needs(Set.of(), Set.of(), Set.of(new SiteId("melun")), false);

    private static Held held(Room room, int fromMinute, int toMinute) {
        Instant start = NINE.start();
        return new Held(
                room.numbers().get(0),
                Interval.of(start.plusSeconds(60L * fromMinute), start.plusSeconds(60L * toMinute)));
    }

    private static List<NearMiss> misses(Directory directory, int people, RoomQuery.Needs needs, Held... held) {
        var finder = new RoomFinder(
                () -> directory,
                new NaiveFreeTimes(directory, Arrays.asList(held)),
                Clock.fixed(MutableClock.TODAY, ZoneOffset.UTC));
        return finder.find(new RoomQuery(People.CAMILLE, List.of(NINE), people, needs, Optional.empty()))
                .nearMisses();
    }

    private static List<NearMissChange> changes(List<NearMiss> misses) {
        return misses.stream().map(NearMiss::change).toList();
    }

    @Test
    void roomsOfWhichAQuotaIsUsedUpAreNotFound() {
        Directory directory = Rooms.directory(Rooms.SEINE, Rooms.ALMONT, Rooms.VISIO);
        QuotaGuide guide = question -> Map.of(
                Rooms.ALMONT.id(), Reason.of(ReasonCode.QUOTA_EXCEEDED, Rooms.ALMONT.id(), "PERSON.DAY", "PT4H", "0"));
        var finder = new RoomFinder(
                () -> directory,
                new NaiveFreeTimes(directory, List.of()),
                guide,
                Clock.fixed(MutableClock.TODAY, ZoneOffset.UTC));

        FoundRooms found = finder.find(new RoomQuery(People.CAMILLE, List.of(NINE), 2, AT_MELUN, Optional.empty()));

        assertThat(found.rooms()).extracting(ranked -> ranked.room().id()).doesNotContain(Rooms.ALMONT.id());
        assertThat(found.rooms()).hasSize(2);
        assertThat(found.nearMisses()).flatExtracting(NearMiss::rooms).doesNotContain(Rooms.ALMONT);
    }

    @Test
    void areNotLookedForWhenThreeRoomsFit() {
        Directory directory = Rooms.directory(Rooms.SEINE, Rooms.ALMONT, Rooms.VISIO);

        assertThat(misses(directory, 2, AT_MELUN)).isEmpty();
    }

    @Test
    void putsTheNearestStartFirst() {
        List<NearMiss> misses = misses(Rooms.directory(Rooms.SEINE), 8, AT_MELUN, held(Rooms.SEINE, -120, 8));

        assertThat(changes(misses)).first().isEqualTo(new NearMissChange.Shifted(Duration.ofMinutes(10)));
        assertThat(misses.get(0).time()).isEqualTo(Interval.of(NINE.start().plusSeconds(600), NINE.length()));
    }

    @Test
    void shortensByAQuarterAndNoMore() {
        Held before = held(Rooms.SEINE, -120, 0);

        List<NearMiss> enough = misses(Rooms.directory(Rooms.SEINE), 8, AT_MELUN, before, held(Rooms.SEINE, 45, 180));
        List<NearMiss> tooShort = misses(Rooms.directory(Rooms.SEINE), 8, AT_MELUN, before, held(Rooms.SEINE, 40, 180));

        assertThat(changes(enough)).containsExactly(new NearMissChange.Shortened(Duration.ofMinutes(15)));
        assertThat(tooShort).isEmpty();
    }

    @Test
    void joinsTwoRoomsThatWereNotAskedFor() {
        Room salon = aRoom("melun-salon", 0)
                .madeOf(Rooms.SEINE, Rooms.ALMONT)
                .seating(20)
                .build();
        var visio = new RoomQuery.Needs(Set.of(RoomKind.VISIO), Set.of(), Set.of(new SiteId("melun")), false);

        List<NearMiss> misses = misses(Rooms.directory(Rooms.SEINE, Rooms.ALMONT, salon), 15, visio);

        assertThat(misses).containsExactly(new NearMiss(List.of(salon), NINE, new NearMissChange.Combined()));
    }

    @Test
    void splitsPeopleOverTwoRoomsOfOneSite() {
        List<NearMiss> misses = misses(Rooms.directory(Rooms.SEINE, Rooms.ALMONT, Rooms.VISIO), 17, AT_MELUN);

        assertThat(misses)
                .containsExactly(new NearMiss(List.of(Rooms.ALMONT, Rooms.VISIO), NINE, new NearMissChange.Split()));
    }

    @Test
    void goesToASiteNearbyAndNeverFar() {
        Room club = aRoom("montreal-club", 9).at("montreal").open("24/7").build();

        assertThat(changes(misses(Rooms.directory(Rooms.SEINE, club), 8, AT_MELUN, held(Rooms.SEINE, -180, 300))))
                .containsExactly(new NearMissChange.AnotherSite(new SiteId("montreal"), 0));
    }
}
