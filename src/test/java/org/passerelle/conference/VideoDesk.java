package org.passerelle.conference;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.passerelle.booking.Booking;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.Rooms;

/** Conferences put together by hand over the bookings of a desk. */
public final class VideoDesk {

    static final Proofs PROOFS = new Proofs(() -> "a key for tests".getBytes(StandardCharsets.US_ASCII));
    static final ConferenceSettings SETTINGS =
            new ConferenceSettings(Duration.ofMinutes(10), Duration.ofMinutes(10), "jitsi", Map.of(), Map.of());

    final JoinTokens tokens = new JoinTokens(PROOFS);
    final VideoMeetings meetings;

    VideoDesk(BookingDesk desk) {
        this.meetings = new VideoMeetings(desk.reading, Rooms::directory, new ConferenceNames(PROOFS), SETTINGS);
    }

    VideoMeeting only(Booking booking) {
        return meetings.of(booking).get(0);
    }
}
