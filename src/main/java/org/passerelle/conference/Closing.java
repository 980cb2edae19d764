package org.passerelle.conference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.passerelle.booking.Booking;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.directory.Directories;
import org.passerelle.time.Interval;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Ends conferences when they are over: not on the dot, but after a while of grace, and later still as long as somebody is
 * there and nobody else needs a room. It looks at the bookings each time and keeps nothing itself, so whoever rings it may
 * ring it again, and after a restart.
 */
@Component
public class Closing {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private static final Duration LOOK_AHEAD = Duration.ofMinutes(10);
    private static final Duration WARNING = Duration.ofMinutes(5);
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final VideoMeetings meetings;
    private final ReadingBookings bookings;
    private final Directories directories;
    private final Providers providers;
    private final GuaranteedEnd guaranteed;
    private final ConferenceSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Closing(
            VideoMeetings meetings,
            ReadingBookings bookings,
            Directories directories,
            Providers providers,
            GuaranteedEnd guaranteed,
            ConferenceSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.meetings = meetings;
        this.bookings = bookings;
        this.directories = directories;
        this.providers = providers;
        this.guaranteed = guaranteed;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A conference that is to be looked at.
     *
     * @param root of the document of its booking
     * @param at when first; may be past
     */
    public record Due(String conference, String root, Instant at) {}

    /** Conferences that take place, or may still be going on. */
    public List<Due> due() {
        Instant now = clock.instant();
        Interval window = Interval.of(now.minus(longestLife()), now.plus(LOOK_AHEAD));
        return bookings.holding(directories.current().rooms(), window).stream()
                .flatMap(booking -> meetings.everOf(booking).stream())
                .filter(meeting -> meeting.time().overlaps(window) && canEnd(meeting))
                .map(meeting -> new Due(
                        meeting.name(),
                        meeting.id().booking().root(),
                        meeting.open().end().minus(settings.grace()).minus(WARNING)))
                .toList();
    }

    private Duration longestLife() {
        return settings.grace().plus(settings.overtime()).plus(PATIENCE);
    }

    private boolean canEnd(VideoMeeting meeting) {
        return providers
                .named(meeting.provider())
                .filter(provider ->
                        provider.isReady() && provider.capabilities().contains(Capability.END))
                .isPresent();
    }

    /** Does what is due now; answers when to ring again, if ever. */
    public Optional<Instant> ring(String conference) {
        return meetings.booking(conference)
                .flatMap(booking -> meetings.everOf(booking).stream()
                        .filter(meeting -> meeting.name().equals(conference) && canEnd(meeting))
                        .findFirst()
                        .flatMap(meeting -> look(booking, meeting)));
    }

    private Optional<Instant> look(Booking booking, VideoMeeting meeting) {
        Instant now = clock.instant();
        boolean takesPlace = meetings.isOn(booking, meeting);
        Instant end = takesPlace ? meeting.open().end() : now;
        if (now.isBefore(end)) {
            return Optional.of(warned(meeting, now, end));
        }
        if (meeting.open().start().isAfter(now)
                || now.isAfter(meeting.time().end().plus(longestLife()))) {
            return Optional.empty();
        }
        Optional<Instant> later = takesPlace ? overtime(meeting, now) : Optional.empty();
        return later.isPresent() ? later : ended(meeting, now);
    }

    private Instant warned(VideoMeeting meeting, Instant now, Instant end) {
        Instant warning = end.minus(WARNING);
        if (now.isBefore(warning)) {
            return warning;
        }
        events.publishEvent(new ConferenceEndsSoon(meeting.id(), end));
        return end;
    }

    /** Five minutes more, if nobody else needs a room by then and somebody is there, as far as can be told. */
    private Optional<Instant> overtime(VideoMeeting meeting, Instant now) {
        Instant last = guaranteed.of(meeting, settings.overtime());
        Instant next = now.plus(STEP);
        if (next.isAfter(last) || isEmpty(meeting)) {
            return Optional.empty();
        }
        return Optional.of(next);
    }

    private boolean isEmpty(VideoMeeting meeting) {
        try {
            OptionalInt present = provider(meeting).present(meeting);
            return present.isPresent() && present.getAsInt() == 0;
        } catch (ProviderFailed e) {
            return false;
        }
    }

    private Optional<Instant> ended(VideoMeeting meeting, Instant now) {
        try {
            provider(meeting).end(meeting);
            LOG.info("The conference of booking {} is ended", meeting.id().booking());
            return Optional.empty();
        } catch (ProviderFailed e) {
            LOG.warn(
                    "The conference of booking {} could not be ended: {}",
                    meeting.id().booking(),
                    e.getMessage());
            return Optional.of(now.plus(RETRY));
        }
    }

    private Provider provider(VideoMeeting meeting) {
        return providers.named(meeting.provider()).orElseThrow();
    }
}
