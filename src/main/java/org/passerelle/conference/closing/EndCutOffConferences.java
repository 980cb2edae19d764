package org.passerelle.conference.closing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.conference.Provider;
import org.passerelle.conference.ProviderFailed;
import org.passerelle.conference.Providers;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.conference.VideoMeetings;
import org.passerelle.time.Interval;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends the conferences that were cut off, and asks again while their server does not do it. */
@Component
public class EndCutOffConferences {

    private static final Logger LOG = LoggerFactory.getLogger(EndCutOffConferences.class);

    private static final Duration RETRY = Duration.ofMinutes(1);

    /** A server that refuses has to be set up otherwise first. */
    private static final Duration RETRY_AFTER_REFUSAL = Duration.ofMinutes(10);

    private final PendingEnds pending;
    private final VideoMeetings meetings;
    private final Providers providers;
    private final Clock clock;

    EndCutOffConferences(PendingEnds pending, VideoMeetings meetings, Providers providers, Clock clock) {
        this.pending = pending;
        this.meetings = meetings;
        this.providers = providers;
        this.clock = clock;
    }

    /** The names of those that are still to be ended, as after a restart. */
    public List<String> due() {
        return pending.all().stream().map(PendingEnd::conference).distinct().toList();
    }

    /** Whether one of that name is to be ended. */
    public boolean isDue(String conference) {
        return !pending.of(conference).isEmpty();
    }

    /** Ends those of that name; answers when to ask again, or nothing if all is done. */
    public Optional<Instant> end(String conference) {
        Optional<Duration> wait = Optional.empty();
        for (PendingEnd end : pending.of(conference)) {
            Optional<Duration> more = waitFor(end);
            if (more.isEmpty()) {
                pending.remove(end);
            } else if (wait.isEmpty() || more.get().compareTo(wait.get()) < 0) {
                wait = more;
            }
        }
        return wait.map(clock.instant()::plus);
    }

    /** How long to wait before it is tried again; nothing if there is nothing more to do. */
    private Optional<Duration> waitFor(PendingEnd end) {
        Instant now = clock.instant();
        Optional<Provider> provider = providers.named(end.provider()).filter(Provider::isReady);
        if (now.isAfter(end.until()) || provider.isEmpty() || isOpenAgain(end, now)) {
            return Optional.empty();
        }
        try {
            provider.get().end(meeting(end));
            LOG.info("The conference of booking {}, which was cut off, is ended", end.booking());
            return Optional.empty();
        } catch (ProviderFailed e) {
            LOG.warn("The conference of booking {} could not be ended: {}", end.booking(), e.getMessage());
            return Optional.of(e.isRefusal() ? RETRY_AFTER_REFUSAL : RETRY);
        }
    }

    /** Moved back, for instance, before its server could be reached. */
    private boolean isOpenAgain(PendingEnd end, Instant now) {
        return meetings.named(end.conference())
                .filter(meeting -> meeting.provider().equals(end.provider()) && meeting.isOpen(now))
                .isPresent();
    }

    private static VideoMeeting meeting(PendingEnd end) {
        Interval time = Interval.of(end.start(), end.end());
        return new VideoMeeting(
                new VideoMeeting.Id(new BookingId(end.booking()), end.recurrenceId()),
                new ConferenceWish(end.provider()),
                end.conference(),
                "",
                time,
                List.of(),
                time);
    }
}
