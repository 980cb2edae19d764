package org.passerelle.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.linked;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.booking.Rooms.VISIO;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.conference.Ending.After;

/** The meeting of these tests is from 07:00 to 08:00 and its doors close at 08:10, all in UTC. */
class EndingsTests extends OverBookings {

    private VideoDesk video;
    private Booking booking;

    @BeforeEach
    void begin() {
        video = new VideoDesk(desk);
        booking = desk.booked(CAMILLE, anOrder(SEINE, VISIO), linked(new ConferenceWish("jitsi")));
    }

    private static Instant time(String time) {
        return Instant.parse("2026-04-01T" + time + "Z");
    }

    private void clockAt(String time) {
        desk.clock.reset();
        desk.clock.advance(Duration.between(MutableClock.TODAY, time(time)));
    }

    private VideoMeeting meeting() {
        return video.only(desk.stored(booking));
    }

    private Optional<After> afterAt(String time) {
        clockAt(time);
        return video.endings.of(meeting()).map(Ending::after);
    }

    private BookingResult press(String seen) {
        return video.endings.lengthen(CAMILLE, meeting(), time(seen));
    }

    @Test
    void tellsOfTheEndFromFiveMinutesBeforeUntilTheDoorsClose() {
        assertThat(afterAt("07:54:59")).isEmpty();
        assertThat(afterAt("07:55:00")).contains(After.FREE);
        assertThat(afterAt("08:09:59")).contains(After.FREE);
        assertThat(afterAt("08:10:00")).isEmpty();
    }

    @Test
    void tellsWhenOthersNeedOneOfTheRooms() {
        desk.booked(NADIA, anOrder(VISIO), at("2026-04-01T10:10"));
        clockAt("07:55:00");

        Ending ending = video.endings.of(meeting()).orElseThrow();

        assertThat(ending).isEqualTo(new Ending(time("08:00:00"), false, After.NEEDED, time("08:10:00")));
        assertThat(ending.canBeLonger()).isFalse();
    }

    @Test
    void takesARoomForFreeThatIsNeededAtTheVeryEndOfTheStep() {
        desk.booked(NADIA, anOrder(VISIO), at("2026-04-01T10:15"));

        assertThat(afterAt("07:55:00")).contains(After.FREE);
    }

    @Test
    void tellsThatARoomClosesThen() {
        booking = desk.booked(CAMILLE, anOrder(SEINE), at("2026-04-01T19:00"), linked(new ConferenceWish("jitsi")));

        assertThat(afterAt("17:56:00")).contains(After.CLOSED);
    }

    @Test
    void tellsWhatIsKeptFromWhatWasAgreed() {
        clockAt("08:00:00");
        done(desk.staying.byItself(booking.id(), time("07:00:00"), time("08:15:00")));
        clockAt("08:11:00");

        assertThat(video.endings.of(meeting())).map(Ending::isOvertime).contains(true);
        done(press("08:15:00"));
        clockAt("08:26:00");
        assertThat(video.endings.of(meeting())).map(Ending::isOvertime).contains(false);
    }

    @Test
    void lengthensOnceForTwoPressesOfTheSameButton() {
        clockAt("07:56:00");

        done(press("08:00:00"));
        done(press("08:00:00"));

        assertThat(meeting().time().end()).isEqualTo(time("08:15:00"));
        assertThat(desk.stored(booking).version()).isEqualTo(booking.version() + 1);
    }

    @Test
    void lengthensAgainForWhoSawTheNewEnd() {
        clockAt("07:56:00");
        done(press("08:00:00"));
        clockAt("08:14:00");

        done(press("08:15:00"));

        assertThat(meeting().time().end()).isEqualTo(time("08:30:00"));
    }

    @Test
    void lengthensByNoMoreThanAStepWhateverWasSeen() {
        clockAt("07:56:00");

        done(press("16:00:00"));

        assertThat(meeting().time().end()).isEqualTo(time("08:15:00"));
    }

    @Test
    void lengthensDuringTheGraceAsWell() {
        clockAt("08:04:00");

        done(press("08:00:00"));

        assertThat(meeting().time().end()).isEqualTo(time("08:15:00"));
        assertThat(meeting().open().end()).isEqualTo(time("08:25:00"));
    }
}
