package org.passerelle.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.inRooms;
import static org.passerelle.booking.Orders.linked;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.GRAND_SALON;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.booking.Rooms.VISIO;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.booking.video.ExternalCall;
import org.passerelle.booking.video.LinkGenerations;
import org.passerelle.booking.video.VideoQuality;
import org.passerelle.time.Interval;

class VideoMeetingsTests extends OverBookings {

    private static final ConferenceWish JITSI = new ConferenceWish("jitsi");

    private VideoMeetings meetings;

    @BeforeEach
    void begin() {
        meetings = new VideoDesk(desk).meetings;
    }

    @Test
    void areOneForEachDateWithItsOwnName() {
        Booking booked = desk.booked(CAMILLE, anOrder(SEINE, VISIO), every("FREQ=WEEKLY;COUNT=3"), linked(JITSI));

        assertThat(meetings.of(booked)).hasSize(3).allSatisfy(meeting -> {
            assertThat(meeting.name()).matches("[a-z0-9-]{40,60}");
            assertThat(meeting.rooms()).containsExactly(SEINE.id(), VISIO.id());
            assertThat(meetings.named(meeting.name().toUpperCase(Locale.ROOT))).contains(meeting);
        });
        assertThat(meetings.of(booked)).extracting(VideoMeeting::name).doesNotHaveDuplicates();
    }

    @Test
    void keepTheirNameWhenTimeAndRoomsChange() {
        Booking booked = desk.booked(CAMILLE, anOrder(SEINE), linked(JITSI));
        String name = meetings.of(booked).get(0).name();

        Booking moved = done(desk.change(
                booked,
                CAMILLE,
                order -> inRooms(VISIO).apply(at("2026-04-02T11:00").apply(order))));

        assertThat(meetings.of(moved)).singleElement().satisfies(meeting -> {
            assertThat(meeting.name()).isEqualTo(name);
            assertThat(meeting.rooms()).containsExactly(VISIO.id());
            assertThat(meeting.time().start()).isEqualTo("2026-04-02T09:00:00Z");
        });
    }

    @Test
    void letPeopleInALittleBeforeAndAfter() {
        Booking booked = desk.booked(CAMILLE, anOrder(SEINE), linked(JITSI));

        VideoMeeting meeting = meetings.of(booked).get(0);

        assertThat(meeting.open())
                .isEqualTo(Interval.of(Instant.parse("2026-04-01T06:50:00Z"), Instant.parse("2026-04-01T08:10:00Z")));
        assertThat(meeting.isOpen(Instant.parse("2026-04-01T06:49:59Z"))).isFalse();
        assertThat(meeting.isOpen(Instant.parse("2026-04-01T08:10:00Z"))).isFalse();
    }

    @Test
    void endWithTheirBooking() {
        Booking booked = desk.booked(CAMILLE, anOrder(SEINE), linked(JITSI));
        String name = meetings.of(booked).get(0).name();

        Booking cancelled = done(desk.cancel(booked, CAMILLE));

        assertThat(meetings.of(cancelled)).isEmpty();
        assertThat(meetings.named(name)).isEmpty();
        assertThat(meetings.booking(name)).contains(desk.stored(cancelled));
    }

    @Test
    void areNoneWhereNoneIsWishedOrOnlyHeld() {
        Booking plain = desk.booked(CAMILLE, anOrder(SEINE));
        Booking held = done(desk.hold(CAMILLE, linked(JITSI).apply(anOrder(VISIO)), Duration.ofMinutes(5)));

        assertThat(meetings.of(plain)).isEmpty();
        assertThat(meetings.of(held)).isEmpty();
    }

    @Test
    void concernTheRoomAndTheCombinedOneItIsAPartOf() {
        Booking booked = desk.booked(CAMILLE, anOrder(GRAND_SALON), linked(JITSI));
        desk.booked(CAMILLE, anOrder(VISIO), linked(JITSI));
        Interval day = Interval.of(Instant.parse("2026-04-01T00:00:00Z"), Instant.parse("2026-04-02T00:00:00Z"));

        assertThat(meetings.ahead(ALMONT.id(), day))
                .extracting(meeting -> meeting.id().booking())
                .containsExactly(booked.id());
    }

    @Test
    void areNotFoundByANameThatNobodyWasGiven() {
        Booking booked = desk.booked(CAMILLE, anOrder(SEINE), linked(JITSI));
        String name = meetings.of(booked).get(0).name();
        char last = name.charAt(name.length() - 1);

        assertThat(meetings.named(name.substring(0, name.length() - 1) + (last == 'a' ? 'b' : 'a')))
                .isEmpty();
        assertThat(meetings.named("booked1")).isEmpty();
        assertThat(meetings.named("")).isEmpty();
    }

    @Test
    void areStoredWithTheWaysIntoAConferenceHostedElsewhere() {
        ExternalCall call = new ExternalCall(
                Optional.of(URI.create("https://zoom.example/j/91")), "91@zoomcrc.example", "", "+33123456789", "4711");
        ConferenceWish wish = new ConferenceWish(
                "external",
                VideoQuality.SD,
                new LinkGenerations(2, Map.of("PERSON:kim.n@example.org", 3, "ROOM:melun-visio", 5)),
                Optional.of(call));

        Booking booked = desk.booked(CAMILLE, anOrder(SEINE), linked(wish));

        assertThat(desk.stored(booked).content().conference()).contains(wish);
    }
}
