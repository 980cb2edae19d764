package org.passerelle.conference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.booking.model.Booking;
import org.springframework.stereotype.Component;

/**
 * Tells whether somebody is in a conference, as far as its server can tell. One that has not answered is not asked again for a
 * while: each of the many who begin at one time would wait for it in turn.
 */
@Component
public class ConferencePresence {

    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

    private final VideoMeetings meetings;
    private final Providers providers;
    private final Clock clock;

    /** Until when servers are not asked, by the name of their provider. */
    private final Map<String, Instant> silent = new ConcurrentHashMap<>();

    ConferencePresence(VideoMeetings meetings, Providers providers, Clock clock) {
        this.meetings = meetings;
        this.providers = providers;
        this.clock = clock;
    }

    /**
     * Whether somebody is in the conference of that date. Not if it has none, nor if its server cannot tell.
     *
     * @throws ProviderFailed if a server that can tell does not answer, or has not a moment ago
     */
    public boolean isAnybodyIn(Booking booking, Instant recurrenceId) {
        return meetings.of(booking).stream()
                .filter(meeting -> meeting.id().recurrenceId().equals(recurrenceId))
                .findFirst()
                .filter(this::isAnybodyIn)
                .isPresent();
    }

    private boolean isAnybodyIn(VideoMeeting meeting) {
        return providers
                .named(meeting.provider())
                .filter(provider ->
                        provider.isReady() && provider.capabilities().contains(Capability.PRESENCE))
                .filter(provider -> present(provider, meeting) > 0)
                .isPresent();
    }

    private int present(Provider provider, VideoMeeting meeting) {
        String name = provider.name();
        if (silent.getOrDefault(name, Instant.MIN).isAfter(clock.instant())) {
            throw new ProviderFailed(name, "has not answered a moment ago");
        }
        return asked(provider, meeting).orElseThrow(() -> new ProviderFailed(name, "does not tell how many are there"));
    }

    private OptionalInt asked(Provider provider, VideoMeeting meeting) {
        try {
            return provider.present(meeting);
        } catch (ProviderFailed e) {
            if (!e.isRefusal()) {
                silent.put(provider.name(), clock.instant().plus(LEFT_ALONE));
            }
            throw e;
        }
    }
}
