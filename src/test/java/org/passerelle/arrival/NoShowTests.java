package org.passerelle.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.forPeople;
import static org.passerelle.booking.Orders.inviting;
import static org.passerelle.booking.Orders.lasting;
import static org.passerelle.booking.Orders.linked;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.Rooms.aRoom;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.MutableClock;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.arrival.noshow.NoShowWiring;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.allocation.PlacingWiring;
import org.passerelle.booking.changelog.mongo.ChangeLogWiring;
import org.passerelle.booking.due.DueTime;
import org.passerelle.booking.due.TimedAction;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.conference.Capability;
import org.passerelle.conference.Checkup;
import org.passerelle.conference.DialIn;
import org.passerelle.conference.Provider;
import org.passerelle.conference.ProviderFailed;
import org.passerelle.conference.VideoDesk;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.platform.EmbeddedMongoStore;
import org.passerelle.platform.StoreAccess;

/** When rooms are given back to which nobody comes. Meetings are from 07:00 to 08:00 in UTC on 1 April 2026. */
class NoShowTests {

    private static final Room HALL = aRoom("melun-hall", 1).releasing("PT15M").build();
    private static final Room FOYER = aRoom("melun-foyer", 2).releasing("PT30M").build();
    private static final Room PLAIN = aRoom("melun-plain", 3).build();
    private static final Room NIGHT = aRoom("melun-night", 7)
            .open("24/7")
            .lasting("PT5M", "P31D")
            .ahead("PT0S", "P10Y")
            .releasing("PT15M")
            .build();
    private static final Room ASKED =
            aRoom("melun-asked", 8).needingApproval().releasing("PT15M").build();
    private static final Room BEAMERS = aRoom("melun-beamer", 21).counting(2).build();
    private static final Directory DIRECTORY = Rooms.directory(HALL, FOYER, PLAIN, NIGHT, ASKED, BEAMERS);

    private final List<Object> told = new ArrayList<>();
    private final Server server = new Server();
    private EmbeddedMongoStore store;
    private ChangeLogWiring.Wired log;
    private BookingDesk desk;
    private TimedAction release;
    private TimedAction warning;

    /** A video server that tells how many are there. */
    private static final class Server implements Provider {

        private Optional<OptionalInt> present = Optional.of(OptionalInt.of(0));
        private int asked;

        @Override
        public String name() {
            return "jitsi";
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of(Capability.PRESENCE);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public Optional<URI> entrance(ProviderEntry entry) {
            return Optional.empty();
        }

        @Override
        public List<DialIn> dialIns(VideoMeeting meeting) {
            return List.of();
        }

        @Override
        public OptionalInt present(VideoMeeting meeting) {
            asked++;
            return present.orElseThrow(() -> new ProviderFailed("jitsi", "is down"));
        }

        @Override
        public Checkup check() {
            return new Checkup(List.of());
        }
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        store = EmbeddedMongoStore.open(folder, MongoBookingsWiring.indexes(), ChangeLogWiring.indexes());
        log = ChangeLogWiring.over(store.template(), StoreAccess.EXCLUSIVE, new MutableClock());
        desk = new BookingDesk(
                MongoBookingsWiring.over(store.template(), log.tails()), PlacingWiring.NOTHING_TOLD, () -> DIRECTORY);
        ReleaseTimes times = new ReleaseTimes(() -> DIRECTORY);
        release = new NoShowRelease(
                times,
                new VideoDesk(desk, server).presence,
                desk.attendance,
                NoShowWiring.counting(store.template(), log.log(), desk));
        warning = new NoShowWarning(times, told::add);
    }

    @AfterEach
    void close() {
        log.end().run();
        store.close();
    }

    private void clockAt(String instant) {
        desk.clock.reset();
        desk.clock.advance(Duration.between(MutableClock.TODAY, Instant.parse(instant)));
    }

    private List<Instant> due(TimedAction action, Booking booking) {
        return action.times(desk.stored(booking), desk.clock.instant()).stream()
                .map(DueTime::at)
                .toList();
    }

    private boolean perform(Booking booking) {
        Booking now = desk.stored(booking);
        return release.perform(now, release.times(now, desk.clock.instant()).get(0));
    }

    private OccurrenceState state(Booking booking) {
        return desk.stored(booking).occurrences().get(0).state();
    }

    @Test
    void warnsFirstAndThenGivesTheRoomBack() {
        Booking made = desk.booked(CAMILLE, anOrder(HALL));
        clockAt("2026-04-01T07:10:00Z");

        DueTime soon = warning.times(made, desk.clock.instant()).get(0);
        DueTime due = release.times(made, desk.clock.instant()).get(0);
        assertThat(warning.perform(made, soon)).isTrue();
        clockAt("2026-04-01T07:15:00Z");

        assertThat(soon.at()).isEqualTo("2026-04-01T07:10:00Z");
        assertThat(soon.latest()).isEqualTo("2026-04-01T07:15:00Z");
        assertThat(told)
                .containsExactly(new NoShowExpected(
                        made.id(), Instant.parse("2026-04-01T07:00:00Z"), Instant.parse("2026-04-01T07:15:00Z")));
        assertThat(due.at()).isEqualTo("2026-04-01T07:15:00Z");
        assertThat(due.latest()).isEqualTo("2026-04-01T08:00:00Z");
        assertThat(perform(made)).isTrue();
        assertThat(state(made)).isEqualTo(OccurrenceState.RELEASED);
        assertThat(due(release, made)).isEmpty();
    }

    @Test
    void givesNothingBackOnceSomebodyHasCome() {
        Booking made = desk.booked(CAMILLE, anOrder(HALL));
        clockAt("2026-04-01T07:12:00Z");
        done(desk.attendance.checkIn(CAMILLE, made.id(), Optional.empty()));

        assertThat(due(release, made)).isEmpty();
        assertThat(due(warning, made)).isEmpty();
    }

    @Test
    void doesNothingWhenSomebodyComesWhileItIsBeingDone() {
        Booking made = desk.booked(CAMILLE, anOrder(HALL));
        clockAt("2026-04-01T07:15:00Z");
        DueTime due = release.times(made, desk.clock.instant()).get(0);
        done(desk.attendance.checkIn(CAMILLE, made.id(), Optional.empty()));

        assertThat(release.perform(made, due)).isFalse();
        assertThat(state(made)).isEqualTo(OccurrenceState.CHECKED_IN);
    }

    @Test
    void followsADateThatMoves() {
        Booking made = desk.booked(CAMILLE, anOrder(HALL));
        done(desk.moveDate(made, CAMILLE, "2026-04-01T07:00:00Z", "2026-04-01T12:00:00Z"));
        clockAt("2026-04-01T06:00:00Z");

        assertThat(due(release, made)).containsExactly(Instant.parse("2026-04-01T12:15:00Z"));
    }

    @Test
    void keepsLongMeetingsAndLargeOnesAndThoseThatAreOverByThen() {
        clockAt("2026-04-01T06:00:00Z");

        assertThat(due(release, desk.booked(CAMILLE, anOrder(HALL), lasting("PT4H"))))
                .hasSize(1);
        assertThat(due(release, desk.booked(CAMILLE, anOrder(FOYER), lasting("PT4H5M"))))
                .isEmpty();
        assertThat(due(release, desk.booked(CAMILLE, anOrder(HALL), at("2026-04-01T14:00"), lasting("PT15M"))))
                .isEmpty();
        assertThat(due(
                        release,
                        desk.booked(CAMILLE, anOrder(FOYER), at("2026-04-01T14:00"), forPeople(8), inviting(many(20)))))
                .isEmpty();
        assertThat(due(release, desk.booked(CAMILLE, anOrder(FOYER), at("2026-04-01T16:00"), inviting(many(19)))))
                .hasSize(1);
    }

    private static String[] many(int people) {
        String[] addresses = new String[people];
        for (int i = 0; i < people; i++) {
            addresses[i] = "guest" + i + "@example.org";
        }
        return addresses;
    }

    @Test
    void keepsRoomsWithoutTheRuleAndThoseBookedTogetherWithOne() {
        clockAt("2026-04-01T06:00:00Z");

        assertThat(due(release, desk.booked(CAMILLE, anOrder(PLAIN, FOYER)))).isEmpty();
    }

    @Test
    void waitsForTheMostPatientOfItsRooms() {
        clockAt("2026-04-01T06:00:00Z");

        assertThat(due(release, desk.booked(CAMILLE, anOrder(HALL, FOYER, BEAMERS))))
                .containsExactly(Instant.parse("2026-04-01T07:30:00Z"));
    }

    @Test
    void givesTheWholeGraceToWhoIsGivenTheRoomLate() {
        clockAt("2026-04-01T07:04:00Z");

        Booking late = desk.booked(CAMILLE, anOrder(HALL));

        assertThat(due(release, late)).containsExactly(Instant.parse("2026-04-01T07:19:00Z"));
        assertThat(due(warning, late)).containsExactly(Instant.parse("2026-04-01T07:14:00Z"));
    }

    @Test
    void givesBackNothingThatStillWaitsForApproval() {
        Booking asked = desk.booked(CAMILLE, anOrder(ASKED));
        clockAt("2026-04-01T06:00:00Z");

        assertThat(due(release, asked)).isEmpty();
        assertThat(due(warning, asked)).isEmpty();
    }

    @Test
    void countsElapsedMinutesOnTheNightsWhenClocksChange() {
        Booking spring = desk.booked(CAMILLE, anOrder(NIGHT), at("2026-03-29T01:50"), lasting("PT1H"));
        clockAt("2026-03-29T00:00:00Z");
        assertThat(due(release, spring)).containsExactly(Instant.parse("2026-03-29T01:05:00Z"));

        Booking autumn = desk.booked(CAMILLE, anOrder(NIGHT), at("2026-10-25T02:50"), lasting("PT1H"));
        clockAt("2026-10-25T00:00:00Z");
        assertThat(due(release, autumn)).containsExactly(Instant.parse("2026-10-25T01:05:00Z"));
    }

    @Test
    void looksOnlyAtTheDatesThatAreNear() {
        Booking series = desk.booked(CAMILLE, anOrder(HALL), every("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=20"));
        clockAt("2026-04-01T06:00:00Z");

        assertThat(due(release, series)).containsExactly(Instant.parse("2026-04-01T07:15:00Z"));
    }

    @Test
    void keepsWhatAnImportedCalendarOccupies() {
        Person room = Person.outsider(new EmailAddress("melun-hall@rooms.example"), "Hall");
        Booking outside = desk.booked(room, anOrder(HALL));
        clockAt("2026-04-01T06:00:00Z");

        assertThat(due(release, outside)).isEmpty();
    }

    @Test
    void whoIsInTheConferenceHasCome() {
        Booking made = desk.booked(CAMILLE, anOrder(HALL), linked(new ConferenceWish("jitsi")));
        server.present = Optional.of(OptionalInt.of(1));
        clockAt("2026-04-01T07:15:00Z");

        assertThat(perform(made)).isTrue();

        assertThat(desk.stored(made).occurrences())
                .extracting(Occurrence::state)
                .containsExactly(OccurrenceState.CHECKED_IN);
    }

    @Test
    void keepsTheRoomWhileItCannotBeToldWhoIsThere() {
        Booking made = desk.booked(CAMILLE, anOrder(HALL), linked(new ConferenceWish("jitsi")));
        clockAt("2026-04-01T07:15:00Z");

        for (Optional<OptionalInt> silent :
                List.<Optional<OptionalInt>>of(Optional.of(OptionalInt.empty()), Optional.empty())) {
            server.present = silent;
            assertThatThrownBy(() -> perform(made)).isInstanceOf(ProviderFailed.class);
        }
        assertThat(state(made)).isEqualTo(OccurrenceState.PLANNED);

        server.present = Optional.of(OptionalInt.of(0));
        clockAt("2026-04-01T07:16:00Z");
        assertThat(perform(made)).isTrue();
        assertThat(state(made)).isEqualTo(OccurrenceState.RELEASED);
    }

    @Test
    void aServerThatDoesNotAnswerIsWaitedForOnceAndNotForEachRoom() {
        Booking first = desk.booked(CAMILLE, anOrder(HALL), linked(new ConferenceWish("jitsi")));
        Booking second = desk.booked(CAMILLE, anOrder(FOYER), linked(new ConferenceWish("jitsi")));
        server.present = Optional.empty();
        clockAt("2026-04-01T07:30:00Z");

        assertThatThrownBy(() -> perform(first)).isInstanceOf(ProviderFailed.class);
        assertThatThrownBy(() -> perform(second)).isInstanceOf(ProviderFailed.class);
        assertThat(server.asked).isEqualTo(1);

        server.present = Optional.of(OptionalInt.of(0));
        clockAt("2026-04-01T07:30:30Z");
        assertThat(perform(first)).isTrue();
        assertThat(perform(second)).isTrue();
    }
}
