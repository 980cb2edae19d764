package org.passerelle.conference;

import java.time.Instant;
import org.passerelle.booking.model.Booking;
import org.springframework.stereotype.Component;

/** Tells whether somebody is in a conference, as far as its server can tell. */
@Component
public class ConferencePresence {

    private final VideoMeetings meetings;
    private final Providers providers;

    ConferencePresence(VideoMeetings meetings, Providers providers) {
        this.meetings = meetings;
        this.providers = providers;
    }

    /**
     * Whether somebody is in the conference of that date. Not if it has none, nor if its server cannot tell.
     *
     * @throws ProviderFailed if a server that can tell does not answer
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

    private static int present(Provider provider, VideoMeeting meeting) {
        return provider.present(meeting)
                .orElseThrow(() -> new ProviderFailed(provider.name(), "does not tell how many are there"));
    }
}
