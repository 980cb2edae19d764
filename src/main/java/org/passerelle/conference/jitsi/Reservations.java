package org.passerelle.conference.jitsi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.conference.GuaranteedEnd;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.conference.VideoMeetings;
import org.springframework.stereotype.Component;

/**
 * Says which conferences may start: those that are booked, in their time. Nothing is written down, so whoever asks again,
 * or twice at once, is given the same answer.
 */
@Component
class Reservations {

    /** Prosody remembers a refusal up to 90 seconds; who presses again at the time we named must not meet it. */
    private static final Duration AHEAD_OF_THE_DOOR = Duration.ofMinutes(2);

    private final VideoMeetings meetings;
    private final ReadingBookings bookings;
    private final GuaranteedEnd guaranteed;
    private final JitsiProperties settings;
    private final Clock clock;

    Reservations(
            VideoMeetings meetings,
            ReadingBookings bookings,
            GuaranteedEnd guaranteed,
            JitsiProperties settings,
            Clock clock) {
        this.meetings = meetings;
        this.bookings = bookings;
        this.guaranteed = guaranteed;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether a conference may start now. */
    sealed interface Decision {

        /**
         * It may, and go on until {@code end}.
         *
         * @param people that are expected, rooms included
         */
        record Granted(VideoMeeting meeting, Instant end, int people) implements Decision {}

        /** It may not. */
        record Refused(Why why, Optional<VideoMeeting> meeting) implements Decision {}
    }

    /** Why a conference may not start. */
    enum Why {
        UNKNOWN,
        CANCELLED,
        EARLY,
        OVER
    }

    /** @param node of the conference's address, in upper or lower case */
    Decision decide(String node) {
        String name = settings.conference(node.toLowerCase(Locale.ROOT));
        Optional<VideoMeeting> found =
                meetings.named(name).filter(meeting -> meeting.provider().equals("jitsi"));
        if (found.isEmpty()) {
            return new Decision.Refused(whyNot(name), found);
        }
        VideoMeeting meeting = found.get();
        Instant now = clock.instant();
        if (now.isBefore(meeting.open().start().minus(AHEAD_OF_THE_DOOR))) {
            return new Decision.Refused(Why.EARLY, found);
        }
        if (!now.isBefore(meeting.open().end())) {
            return new Decision.Refused(Why.OVER, found);
        }
        return new Decision.Granted(meeting, guaranteed.latest(meeting), people(meeting));
    }

    private Why whyNot(String name) {
        if (!meetings.wasGiven(name)) {
            return Why.UNKNOWN;
        }
        return meetings.hasEnded(name) ? Why.OVER : Why.CANCELLED;
    }

    private int people(VideoMeeting meeting) {
        int invited = bookings.find(meeting.id().booking())
                .map(Booking::content)
                .map(content -> Math.max(content.attendees().size(), content.headcount()))
                .orElse(0);
        return meeting.rooms().size() + invited + 1;
    }
}
