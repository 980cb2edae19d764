package org.passerelle.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Orders.linked;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.Outcomes.isDone;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.booking.Rooms.VISIO;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.Together;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.video.ConferenceWish;

/** The meeting of these tests is from 07:00 to 08:00 and its doors close at 08:10, all in UTC. */
class ClosingTests extends OverBookings {

    private final Server server = new Server();
    private VideoDesk video;
    private Booking booking;
    private String name;

    /** A server that says how many are there, and may be away. */
    private static final class Server implements Provider {

        private final List<String> ended = new ArrayList<>();
        private OptionalInt present = OptionalInt.empty();
        private boolean isAway;

        @Override
        public String name() {
            return "jitsi";
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of(Capability.END);
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
        public void end(VideoMeeting meeting) {
            if (isAway) {
                throw new ProviderFailed(name(), "away");
            }
            ended.add(meeting.name());
        }

        @Override
        public OptionalInt present(VideoMeeting meeting) {
            return present;
        }

        @Override
        public Checkup check() {
            return new Checkup(List.of());
        }
    }

    @BeforeEach
    void begin() {
        server.ended.clear();
        server.present = OptionalInt.of(0);
        server.isAway = false;
        video = new VideoDesk(desk, server);
        booking = desk.booked(CAMILLE, anOrder(SEINE), linked(new ConferenceWish("jitsi")));
        name = video.only(booking).name();
    }

    private Optional<Instant> ringAt(String time) {
        Instant instant = Instant.parse("2026-04-01T" + time + "Z");
        desk.clock.reset();
        desk.clock.advance(Duration.between(MutableClock.TODAY, instant));
        return video.closing.due(name);
    }

    private static Instant time(String time) {
        return Instant.parse("2026-04-01T" + time + "Z");
    }

    private Occurrence stored() {
        return desk.stored(booking).occurrences().get(0);
    }

    @Test
    void endsAConferenceAfterItsGrace() {
        assertThat(ringAt("07:30:00")).contains(time("08:00:00"));
        assertThat(ringAt("08:00:00")).contains(time("08:10:00"));
        assertThat(ringAt("08:09:59")).contains(time("08:10:00"));
        assertThat(server.ended).isEmpty();

        assertThat(ringAt("08:10:00")).isEmpty();
        assertThat(server.ended).containsExactly(name);
        assertThat(stored().time().end()).isEqualTo("2026-04-01T08:00:00Z");
    }

    @Test
    void keepsTheRoomAQuarterOfAnHourLongerWhileSomebodyIsThere() {
        server.present = OptionalInt.of(2);

        assertThat(ringAt("08:00:00")).contains(time("08:05:00"));

        assertThat(stored().time().end()).isEqualTo("2026-04-01T08:15:00Z");
        assertThat(stored().agreedEnd()).contains(time("08:00:00"));
        assertThat(desk.book(NADIA, changed(anOrder(SEINE), at("2026-04-01T10:10"))))
                .isInstanceOf(BookingResult.Occupied.class);
        assertThat(isDone(desk.book(NADIA, changed(anOrder(SEINE), at("2026-04-01T10:15")))))
                .isTrue();
    }

    @Test
    void keepsItForAnHourAtMost() {
        server.present = OptionalInt.of(2);
        for (String end : List.of("08:00:00", "08:15:00", "08:30:00", "08:45:00")) {
            ringAt(end);
        }

        assertThat(stored().time().end()).isEqualTo("2026-04-01T09:00:00Z");
        assertThat(ringAt("09:00:00")).contains(time("09:10:00"));
        assertThat(server.ended).isEmpty();
        assertThat(ringAt("09:10:00")).isEmpty();
        assertThat(server.ended).containsExactly(name);
        assertThat(stored().time().end()).isEqualTo("2026-04-01T09:00:00Z");
    }

    @Test
    void goesOnNoLongerThanUntilTheRoomIsNeeded() {
        server.present = OptionalInt.of(2);
        desk.booked(NADIA, anOrder(SEINE), at("2026-04-01T10:30"));
        desk.booked(NADIA, anOrder(VISIO), at("2026-04-01T10:00"));

        assertThat(ringAt("08:00:00")).contains(time("08:05:00"));
        assertThat(ringAt("08:15:00")).contains(time("08:20:00"));
        assertThat(ringAt("08:30:00")).contains(time("08:40:00"));
        assertThat(ringAt("08:40:00")).isEmpty();

        assertThat(stored().time().end()).isEqualTo("2026-04-01T08:30:00Z");
        assertThat(server.ended).containsExactly(name);
    }

    @Test
    void keepsARoomNoLongerThanItIsOpen() {
        Booking late =
                desk.booked(CAMILLE, anOrder(VISIO), at("2026-04-01T19:00"), linked(new ConferenceWish("jitsi")));
        name = video.only(late).name();
        server.present = OptionalInt.of(2);

        assertThat(ringAt("18:00:00")).contains(time("18:10:00"));
        assertThat(ringAt("18:10:00")).isEmpty();

        assertThat(desk.stored(late).occurrences().get(0).time().end()).isEqualTo("2026-04-01T18:00:00Z");
        assertThat(server.ended).containsExactly(name);
    }

    @Test
    void givesBackWhatItKeptWhenEverybodyHasLeftAndKeepsItAgainForWhoComesBack() {
        server.present = OptionalInt.of(2);
        ringAt("08:00:00");
        server.present = OptionalInt.of(0);

        assertThat(ringAt("08:05:20")).contains(time("08:10:20"));
        assertThat(stored().time().end()).isEqualTo("2026-04-01T08:06:00Z");

        server.present = OptionalInt.of(1);
        assertThat(ringAt("08:10:20")).contains(time("08:15:20"));
        assertThat(stored().time().end()).isEqualTo("2026-04-01T08:21:00Z");
        assertThat(stored().agreedEnd()).contains(time("08:00:00"));
    }

    @Test
    void keepsTheRoomOnceWhenTwoNodesRingAtOnce() {
        server.present = OptionalInt.of(2);
        VideoDesk other = new VideoDesk(desk, server);
        long version = desk.stored(booking).version();
        desk.clock.advance(Duration.between(MutableClock.TODAY, time("08:00:00")));

        Together.all(List.of(() -> video.closing.due(name), () -> other.closing.due(name)));

        assertThat(stored().time().end()).isEqualTo("2026-04-01T08:15:00Z");
        assertThat(desk.stored(booking).version()).isEqualTo(version + 1);
        assertThat(server.ended).isEmpty();
    }

    @Test
    void keepsNothingDuringTheGraceForPeopleWhoCannotBeCounted() {
        server.present = OptionalInt.empty();

        assertThat(ringAt("08:00:00")).contains(time("08:01:00"));
        assertThat(stored().time().end()).isEqualTo("2026-04-01T08:00:00Z");
        assertThat(ringAt("08:10:00")).contains(time("08:15:00"));
        assertThat(stored().time().end()).isEqualTo("2026-04-01T08:15:00Z");
        assertThat(server.ended).isEmpty();
    }

    @Test
    void endsAtOnceWhatIsCalledOff() {
        desk.clock.advance(Duration.between(MutableClock.TODAY, time("07:20:00")));
        done(desk.cancel(booking, CAMILLE));

        assertThat(ringAt("07:20:00")).isEmpty();
        assertThat(server.ended).containsExactly(name);
    }

    @Test
    void leavesAloneWhatIsCalledOffBeforeAnybodyCouldEnter() {
        done(desk.cancel(booking, CAMILLE));

        assertThat(ringAt("06:00:00")).isEmpty();
        assertThat(server.ended).isEmpty();
    }

    @Test
    void triesAgainWhenTheServerIsAwayButNotForEver() {
        server.isAway = true;

        assertThat(ringAt("08:10:00")).contains(time("08:11:00"));
        assertThat(ringAt("09:40:00")).contains(time("09:41:00"));
        assertThat(ringAt("09:40:01")).isEmpty();
    }

    @Test
    void findsWhatTakesPlaceFromTheBookingsAlone() {
        ringAt("07:30:00");

        assertThat(new VideoDesk(desk, server).closing.due())
                .containsExactly(new Closing.Due(name, booking.id().root(), time("08:00:00")));
        ringAt("06:00:00");
        assertThat(video.closing.due()).isEmpty();
    }
}
