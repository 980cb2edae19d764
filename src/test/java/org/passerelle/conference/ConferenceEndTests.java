package org.passerelle.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.linked;
import static org.passerelle.booking.Orders.unlinked;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.booking.Rooms.VISIO;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.MutableClock;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.conference.closing.CutOffDesk;
import org.passerelle.conference.jitsi.JitsiWiring;
import org.passerelle.conference.jitsi.ProsodyServer;
import org.passerelle.platform.EmbeddedMongoStore;

/**
 * How conferences end for those inside, over a Prosody that counts as the real one: each story with one participant, such as
 * a suite of ten people round one camera, and with two. The meeting is from 07:00 to 08:00, its doors are open from 06:50 to
 * 08:10, all in UTC.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConferenceEndTests {

    private final MutableClock prosodysClock = new MutableClock();
    private EmbeddedMongoStore store;
    private ProsodyServer prosody;
    private MongoBookingsWiring.Wired wired;
    private BookingDesk desk;
    private VideoDesk video;
    private CutOffDesk cutOff;
    private Booking booking;
    private String name;

    @BeforeAll
    void open(@TempDir Path folder) {
        store = EmbeddedMongoStore.open(folder, MongoBookingsWiring.indexes());
        prosody = ProsodyServer.start(ProsodyServer.Version.NEWER, JitsiWiring.logins(), prosodysClock);
    }

    @AfterAll
    void close() {
        prosody.close();
        store.close();
    }

    @BeforeEach
    void begin() {
        store.database().getCollection(MongoBookingsWiring.COLLECTION).deleteMany(new Document());
        store.database().getCollection("pending_ends").deleteMany(new Document());
        prosody.empty();
        wired = MongoBookingsWiring.wiredOver(store.template());
        desk = new BookingDesk(wired.bookings());
        video = new VideoDesk(desk, JitsiWiring.over(prosody.url(), store.template(), desk.clock));
        cutOff = cutOffDesk();
        booking = desk.booked(CAMILLE, anOrder(SEINE), linked(new ConferenceWish("jitsi")));
        name = video.only(booking).name();
    }

    private CutOffDesk cutOffDesk() {
        return new CutOffDesk(video.meetings, video.providers, store.template(), wired.occupancy(), desk.clock);
    }

    private static Instant time(String time) {
        return Instant.parse("2026-04-01T" + time + ":00Z");
    }

    private void clockAt(String time) {
        Duration wanted = Duration.between(MutableClock.TODAY, time(time));
        desk.clock.reset();
        desk.clock.advance(wanted);
        prosodysClock.reset();
        prosodysClock.advance(wanted);
    }

    private Optional<Instant> ringAt(String time) {
        clockAt(time);
        return video.closing.due(name);
    }

    /** So many enter, the first of them a suite. */
    private void inside(int participants) {
        prosody.enter(name, List.of("suite", "kim").subList(0, participants).toArray(String[]::new));
    }

    private Occurrence stored() {
        return desk.stored(booking).occurrences().get(0);
    }

    /** What the alarm clock does when it hears of a conference that is cut off. */
    private void endWhatIsCutOff() {
        assertThat(cutOff.heard()).containsExactly(name);
        assertThat(cutOff.end(name)).isEmpty();
        assertThat(prosody.ended()).containsExactly(name);
        assertThat(cutOff.due()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void keepsTheRoomsForAsLongAsSomebodyStaysAndTheHourLasts(int participants) {
        inside(participants);

        for (String at : List.of("08:00", "08:05", "08:10", "08:15", "08:30", "08:45", "08:50")) {
            assertThat(ringAt(at)).as(at).isPresent();
        }
        assertThat(stored().time().end()).isEqualTo(time("09:00"));
        assertThat(prosody.ended()).isEmpty();
        ringAt("09:00");
        assertThat(ringAt("09:10")).isEmpty();
        assertThat(prosody.ended()).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void sendsThemHomeAfterTheGraceWhenOthersNeedTheRoom(int participants) {
        desk.booked(NADIA, anOrder(SEINE), at("2026-04-01T10:00"));
        inside(participants);

        assertThat(ringAt("08:00")).contains(time("08:10"));
        assertThat(prosody.ended()).isEmpty();
        assertThat(ringAt("08:10")).isEmpty();
        assertThat(prosody.ended()).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void givesTheRoomsAwayUnderNobody(int participants) {
        inside(participants);
        ringAt("08:00");

        ringAt("08:05");
        assertThat(stored().time().end()).isEqualTo(time("08:15"));

        prosody.leave(name, "suite", "kim");
        ringAt("08:10");
        assertThat(stored().time().end()).isEqualTo(time("08:11"));
    }

    @Test
    void keepsNoRoomForTheFocusAlone() {
        prosody.enter(name);

        assertThat(ringAt("08:00")).contains(time("08:10"));
        assertThat(stored().time().end()).isEqualTo(time("08:00"));
        assertThat(ringAt("08:10")).isEmpty();
        assertThat(prosody.ended()).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void endsAtOnceWhatIsEndedEarly(int participants) {
        inside(participants);
        clockAt("07:20");

        done(desk.attendance.end(CAMILLE, booking.id(), Optional.empty()));

        endWhatIsCutOff();
        assertThat(video.meetings.named(name)).isEmpty();
        assertThat(video.meetings.hasEnded(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void endsWhatIsCalledOffThoughNoRoundHasSeenIt(int participants) {
        clockAt("06:52");
        inside(participants);
        clockAt("06:53");

        done(desk.cancel(booking, CAMILLE));

        endWhatIsCutOff();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void endsWhatIsMovedAwayOnceItsDoorsAreOpen(int participants) {
        clockAt("06:52");
        inside(participants);

        done(desk.change(booking, CAMILLE, at("2026-04-02T09:00")));

        endWhatIsCutOff();
    }

    @Test
    void endsTheConferenceOfADateAlone() {
        Booking series =
                desk.booked(CAMILLE, anOrder(VISIO), linked(new ConferenceWish("jitsi")), every("FREQ=WEEKLY;COUNT=3"));
        name = video.only(series).name();
        clockAt("06:52");
        prosody.enter(name, "suite");

        done(desk.cancelling.cancelDate(CAMILLE, series.id(), time("07:00"), Optional.empty()));

        endWhatIsCutOff();
    }

    @Test
    void endsWhatIsNotWishedAnyMoreOrIsHeldElsewhere() {
        clockAt("06:52");
        inside(1);
        done(desk.change(booking, CAMILLE, linked(new ConferenceWish("external"))));
        endWhatIsCutOff();

        done(desk.change(booking, CAMILLE, linked(new ConferenceWish("jitsi"))));
        inside(1);
        done(desk.change(booking, CAMILLE, unlinked()));
        assertThat(cutOff.heard()).containsExactly(name);
        assertThat(cutOff.end(name)).isEmpty();
        assertThat(prosody.isOpen(name)).isFalse();
    }

    @Test
    void isEndedAfterARestartWhenItsServerWasAway() {
        clockAt("06:52");
        inside(1);
        prosody.away(true);
        done(desk.cancel(booking, CAMILLE));
        assertThat(cutOff.end(name)).contains(time("06:53"));

        CutOffDesk restarted = cutOffDesk();
        prosody.away(false);
        clockAt("07:10");

        assertThat(restarted.due()).containsExactly(name);
        assertThat(restarted.end(name)).isEmpty();
        assertThat(prosody.ended()).containsExactly(name);
        assertThat(restarted.due()).isEmpty();
    }

    @Test
    void isTriedLessOftenWhereItsServerRefuses() {
        clockAt("06:52");
        prosody.refuse(true);
        done(desk.cancel(booking, CAMILLE));

        assertThat(cutOff.end(name)).contains(time("07:02"));
        prosody.refuse(false);
        assertThat(cutOff.end(name)).isEmpty();
    }

    @Test
    void isTriedNoLongerThanAnybodyCanBeInside() {
        clockAt("06:52");
        prosody.away(true);
        done(desk.cancel(booking, CAMILLE));

        clockAt("12:10");
        assertThat(cutOff.end(name)).isPresent();
        clockAt("12:11");
        assertThat(cutOff.end(name)).isEmpty();
        assertThat(cutOff.due()).isEmpty();
    }

    @Test
    void goesOnWhenItIsMovedBackBeforeItsServerIsReached() {
        clockAt("06:52");
        inside(1);
        prosody.away(true);
        done(desk.change(booking, CAMILLE, at("2026-04-02T09:00")));
        assertThat(cutOff.end(name)).isPresent();

        done(desk.change(booking, CAMILLE, at("2026-04-01T09:00")));
        prosody.away(false);

        assertThat(cutOff.end(name)).isEmpty();
        assertThat(prosody.ended()).isEmpty();
        assertThat(prosody.isOpen(name)).isTrue();
    }

    @Test
    void cutsOffNothingThatStaysOpenOrWasNotOpenYet() {
        clockAt("06:00");
        done(desk.change(booking, CAMILLE, at("2026-04-01T09:05")));
        clockAt("06:56");
        inside(1);
        done(desk.change(booking, CAMILLE, at("2026-04-01T09:00")));
        done(desk.change(booking, CAMILLE, linked(new ConferenceWish("jitsi").withNewLinks())));
        ringAt("08:00");
        BookingResult longer = desk.staying.byItself(booking.id(), time("07:00"), time("08:30"));
        done(longer);
        prosody.leave(name, "suite");
        ringAt("08:05");

        assertThat(cutOff.heard()).isEmpty();
        assertThat(cutOff.due()).isEmpty();
        assertThat(Set.copyOf(prosody.ended())).isEmpty();
    }
}
