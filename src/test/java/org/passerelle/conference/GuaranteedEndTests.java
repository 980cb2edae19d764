package org.passerelle.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.linked;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.FORUM;
import static org.passerelle.booking.Rooms.GRAND_SALON;
import static org.passerelle.booking.Rooms.PROJECTORS;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.booking.Rooms.STUDIO;
import static org.passerelle.booking.Rooms.VISIO;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.Orders;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.directory.Room;

/** The meeting of these tests is from 07:00 to 08:00 in UTC, and what is asked is how far into the four hours after it may go. */
class GuaranteedEndTests extends OverBookings {

    private static final Duration FOUR_HOURS = Duration.ofHours(4);

    private VideoDesk video;

    @BeforeEach
    void begin() {
        video = new VideoDesk(desk);
    }

    private Booking conferenceIn(Room... rooms) {
        return desk.booked(CAMILLE, anOrder(rooms), linked(new ConferenceWish("jitsi")));
    }

    private Instant endOf(Booking booking) {
        return video.guaranteed.of(video.only(booking), FOUR_HOURS);
    }

    private static Instant time(String time) {
        return Instant.parse("2026-04-01T" + time + "Z");
    }

    @Test
    void isSoLongAfterTheEndWhenNobodyNeedsTheRooms() {
        Booking booking = conferenceIn(SEINE, VISIO);

        assertThat(endOf(booking)).isEqualTo(time("12:00:00"));
        assertThat(video.guaranteed.of(video.only(booking), Duration.ZERO)).isEqualTo(time("08:00:00"));
    }

    @Test
    void isWhenOthersNeedTheFirstOfTheRooms() {
        Booking booking = conferenceIn(SEINE, VISIO);
        desk.booked(NADIA, anOrder(SEINE), at("2026-04-01T12:00"));
        desk.booked(NADIA, anOrder(VISIO), at("2026-04-01T11:05"));

        assertThat(endOf(booking)).isEqualTo(time("09:05:00"));
    }

    @Test
    void isTheEndItselfWhenOthersComeRightAfterwards() {
        Booking booking = conferenceIn(SEINE);
        desk.booked(NADIA, anOrder(SEINE), at("2026-04-01T10:00"));

        assertThat(endOf(booking)).isEqualTo(time("08:00:00"));
    }

    @Test
    void countsTheTimeInWhichARoomIsMadeReadyForOthers() {
        Booking booking = conferenceIn(FORUM);
        desk.booked(NADIA, anOrder(FORUM), at("2026-04-01T11:00"));

        assertThat(endOf(booking)).isEqualTo(time("08:45:00"));
    }

    @Test
    void countsWhoeverNeedsARoomThatItIsAPartOf() {
        Booking booking = conferenceIn(SEINE);
        desk.booked(NADIA, anOrder(GRAND_SALON), at("2026-04-01T11:00"));

        assertThat(endOf(booking)).isEqualTo(time("09:00:00"));
    }

    @Test
    void countsTheNextDateOfItsOwnSeries() {
        Booking series =
                desk.booked(CAMILLE, anOrder(STUDIO), every("FREQ=DAILY;COUNT=2"), linked(new ConferenceWish("jitsi")));
        Booking other = desk.booked(CAMILLE, anOrder(STUDIO), at("2026-04-01T11:30"), Orders.renamed("Autre"));

        assertThat(endOf(series)).isEqualTo(time("09:30:00"));
        done(desk.cancel(other, CAMILLE));
        done(desk.moveDate(series, CAMILLE, "2026-04-02T07:00:00Z", "2026-04-01T09:00:00Z"));
        assertThat(endOf(desk.stored(series))).isEqualTo(time("09:00:00"));
    }

    @Test
    void countsNeitherWhatIsCalledOffNorHoldsThatLapsedNorWhatIsCounted() {
        Booking booking = conferenceIn(SEINE, PROJECTORS);
        done(desk.hold(NADIA, Orders.changed(anOrder(SEINE), at("2026-04-01T11:00")), Duration.ofMinutes(10)));
        desk.booked(NADIA, anOrder(PROJECTORS), at("2026-04-01T10:30"));
        done(desk.cancel(desk.booked(NADIA, anOrder(SEINE), at("2026-04-01T10:00")), NADIA));
        assertThat(endOf(booking)).isEqualTo(time("09:00:00"));

        desk.clock.advance(Duration.ofMinutes(11));

        assertThat(endOf(booking)).isEqualTo(time("12:00:00"));
    }
}
