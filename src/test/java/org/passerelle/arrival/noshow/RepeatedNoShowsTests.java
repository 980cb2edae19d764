package org.passerelle.arrival.noshow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Rooms.aRoom;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.MutableClock;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.directory.ArrivalRules.NoShowLimits;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.store.NoShowDirectories;
import org.passerelle.platform.EmbeddedMongoStore;

/** Whoever stayed away too often must ask first, where the rules say so, and as long as it is not long ago. */
class RepeatedNoShowsTests {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Person OUTSIDER = Person.outsider(new EmailAddress("kim@elsewhere.example"), "Kim");

    /** Asks a person from two dates on, an organisation from three. */
    private static final Room STRICT =
            aRoom("melun-strict", 31).limiting(new NoShowLimits(2, 3, MONTH)).build();

    private static final Room LENIENT = aRoom("melun-lenient", 32).build();

    private static final Room FAR = aRoom("montreal-strict", 33)
            .at("montreal")
            .limiting(new NoShowLimits(1, 0, MONTH))
            .build();

    private static final Directory DIRECTORY = Rooms.directory(STRICT, LENIENT, FAR);

    private final MutableClock clock = new MutableClock();
    private EmbeddedMongoStore store;
    private NoShowDocuments documents;
    private RepeatedNoShows repeated;
    private Directories directories;
    private int count;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = EmbeddedMongoStore.open(folder);
        documents = new NoShowDocuments(store.template());
        repeated = new RepeatedNoShows(documents, clock);
        directories = NoShowDirectories.over(() -> DIRECTORY, repeated);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void missed(Person person, Room room, boolean isPrivate) {
        Instant start = clock.instant().minusSeconds(3600L * ++count);
        documents.add(new NoShow(
                new BookingId("0123456789abcdef0123456789abcdef"),
                start,
                start,
                List.of(room.id()),
                ActorId.of(person.id()),
                person.organisation(),
                isPrivate));
        repeated.refresh();
    }

    private boolean mustAsk(Person person, Room room) {
        RoomId id = room.id();
        return BookingRights.of(person)
                .mayHaveToAsk(directories.current().room(id).orElseThrow());
    }

    @Test
    void asksThePersonWhoStayedAwayTwiceWhereTheRulesSaySo() {
        missed(People.CAMILLE, LENIENT, false);
        assertThat(mustAsk(People.CAMILLE, STRICT)).isFalse();

        missed(People.CAMILLE, STRICT, true);

        assertThat(mustAsk(People.CAMILLE, STRICT)).isTrue();
        assertThat(mustAsk(People.LOUIS, STRICT)).isFalse();
        assertThat(mustAsk(People.CAMILLE, LENIENT)).isFalse();
        assertThat(mustAsk(People.CAMILLE, FAR)).isFalse();
    }

    @Test
    void asksAllOfAnOrganisationWhosePeopleStayedAwayThreeTimes() {
        missed(People.CAMILLE, STRICT, false);
        missed(People.CAMILLE, STRICT, false);
        missed(People.LOUIS, STRICT, false);

        assertThat(mustAsk(People.LOUIS, STRICT)).isTrue();
        assertThat(mustAsk(People.NADIA, STRICT)).isFalse();
        assertThat(mustAsk(People.MANAGER, STRICT)).isFalse();
    }

    @Test
    void asksOutsidersByTheirAddress() {
        missed(OUTSIDER, FAR, false);

        assertThat(mustAsk(OUTSIDER, FAR)).isTrue();
        assertThat(mustAsk(Person.outsider(new EmailAddress("li@elsewhere.example"), "Li"), FAR))
                .isFalse();
    }

    @Test
    void asksNobodyForWhatIsLongAgo() {
        missed(People.CAMILLE, STRICT, false);
        missed(People.CAMILLE, STRICT, false);
        assertThat(mustAsk(People.CAMILLE, STRICT)).isTrue();

        clock.advance(MONTH);
        repeated.refresh();

        assertThat(mustAsk(People.CAMILLE, STRICT)).isFalse();
    }

    @Test
    void theDirectoryStaysTheSameUntilSomebodyElseMustAsk() {
        missed(People.CAMILLE, STRICT, false);
        Directory before = directories.current();
        repeated.refresh();
        assertThat(directories.current()).isSameAs(before);

        missed(People.CAMILLE, STRICT, false);

        assertThat(directories.current()).isNotSameAs(before);
        assertThat(directories.current().version()).isGreaterThan(before.version());
    }

    @Test
    void knowsAtAStartWhatWasCountedBefore() {
        missed(People.CAMILLE, STRICT, false);
        missed(People.CAMILLE, STRICT, false);

        directories = NoShowDirectories.over(() -> DIRECTORY, new RepeatedNoShows(documents, clock));

        assertThat(mustAsk(People.CAMILLE, STRICT)).isTrue();
    }
}
