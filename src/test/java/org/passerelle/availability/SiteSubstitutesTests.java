package org.passerelle.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.Rooms.aRoom;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.availability.query.NaiveFreeTimes;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

class SiteSubstitutesTests {

    private static final Interval TIME = Interval.of(Instant.parse("2026-04-01T07:00:00Z"), Duration.ofHours(1));

    private static final Room WANTED = aRoom("melun-wanted", 1).seating(8).build();
    private static final Room SMALL = aRoom("melun-small", 2).seating(4).build();
    private static final Room LARGE = aRoom("melun-large", 3).seating(30).build();
    private static final Room SAME = aRoom("melun-same", 4).seating(8).build();
    private static final Room BOTH =
            aRoom("melun-both", 0).madeOf(WANTED, SMALL).seating(12).build();
    private static final Room PAIR =
            aRoom("melun-pair", 0).madeOf(SMALL, SAME).seating(12).build();
    private static final Room PROJECTORS =
            aRoom("melun-projectors", 20).counting(9).build();
    private static final Room ELSEWHERE =
            aRoom("montreal-room", 5).at("montreal").seating(8).build();

    private static final Directory DIRECTORY =
            Rooms.directory(WANTED, SMALL, LARGE, SAME, BOTH, PAIR, PROJECTORS, ELSEWHERE);

    private static List<RoomId> instead(Room wanted, int headcount, List<Held> held, Room... rooms) {
        Proposal.Date date = new Proposal.Date(TIME.start(), TIME, List.of(rooms));
        Content content = new Content("Comité", "", Visibility.ORGANISATION, headcount, List.of(), Optional.empty());
        Proposal proposal = new Proposal(CAMILLE, content, List.of(date), DIRECTORY, TIME.start());
        return new SiteSubstitutes(new NaiveFreeTimes(DIRECTORY, held)).instead(wanted, date, proposal);
    }

    @Test
    void prefersTheRoomWithTheFewestEmptySeatsAndSingleRooms() {
        assertThat(instead(WANTED, 0, List.of(), WANTED)).containsExactly(SAME.id(), LARGE.id(), PAIR.id());
    }

    @Test
    void triesLastWhatSeemsTaken() {
        List<RoomId> rooms = instead(WANTED, 0, List.of(new Held(4, TIME)), WANTED);

        assertThat(rooms).containsExactly(LARGE.id(), SAME.id(), PAIR.id());
    }

    @Test
    void needsNoMoreSeatsThanPeopleComeThatHaveNone() {
        assertThat(instead(WANTED, 3, List.of(), WANTED)).first().isEqualTo(SMALL.id());
        assertThat(instead(WANTED, 34, List.of(), WANTED, LARGE)).contains(SMALL.id());
        assertThat(instead(WANTED, 35, List.of(), WANTED, LARGE)).doesNotContain(SMALL.id());
    }

    @Test
    void hasNothingInThePlaceOfAPool() {
        assertThat(instead(PROJECTORS, 0, List.of(), PROJECTORS)).isEmpty();
    }

    @Test
    void offersThePartsOfACombinedRoomThatSeatEverybody() {
        assertThat(instead(BOTH, 5, List.of(), BOTH)).contains(WANTED.id()).doesNotContain(BOTH.id(), SMALL.id());
    }
}
