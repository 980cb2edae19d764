package org.passerelle.conference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.directory.Directories;
import org.passerelle.platform.work.Fence;
import org.passerelle.platform.work.WorkFailures;
import org.passerelle.time.Interval;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Ends conferences when they are over: not on the dot, but after a while of grace, and later still as long as somebody is
 * there and their rooms can be kept for them. It looks at the bookings each time and keeps nothing itself, so whoever rings it
 * may ring it again, from another node, and after a restart.
 */
@Component
public class Closing {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private static final Duration LOOK_AHEAD = Duration.ofMinutes(10);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final Duration LONGEST_TRYING = Duration.ofMinutes(30);

    private final VideoMeetings meetings;
    private final ReadingBookings bookings;
    private final Directories directories;
    private final Providers providers;
    private final Overtime overtime;
    private final ConferenceProperties settings;
    private final Clock clock;

    Closing(
            VideoMeetings meetings,
            ReadingBookings bookings,
            Directories directories,
            Providers providers,
            Overtime overtime,
            ConferenceProperties settings,
            Clock clock) {
        this.meetings = meetings;
        this.bookings = bookings;
        this.directories = directories;
        this.providers = providers;
        this.overtime = overtime;
        this.settings = settings;
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
                .flatMap(booking -> meetings.ever(booking).stream())
                .filter(meeting -> meeting.time().overlaps(window) && canEnd(meeting))
                .map(meeting -> new Due(
                        meeting.name(),
                        meeting.id().booking().root(),
                        meeting.time().end()))
                .toList();
    }

    private Duration longestLife() {
        return settings.grace().plus(settings.overtime()).plus(LONGEST_TRYING);
    }

    private boolean canEnd(VideoMeeting meeting) {
        return providers
                .named(meeting.provider())
                .filter(provider ->
                        provider.isReady() && provider.capabilities().contains(Capability.END))
                .isPresent();
    }

    /** Does what is due now; answers when to ring again, if ever. What goes wrong is tried again. */
    public Optional<Instant> due(String conference) {
        AtomicReference<Optional<Instant>> again =
                new AtomicReference<>(Optional.of(clock.instant().plus(LOOK_AGAIN)));
        Fence.around(() -> again.set(looked(conference))).ifPresent(failure -> {
            WorkFailures.note("conferences");
            LOG.error("A conference could not be looked at; it is tried again", failure);
        });
        return Objects.requireNonNull(again.get());
    }

    private Optional<Instant> looked(String conference) {
        return meetings.booking(conference)
                .flatMap(booking -> meetings.ever(booking).stream()
                        .filter(meeting -> meeting.name().equals(conference) && canEnd(meeting))
                        .findFirst()
                        .flatMap(meeting -> look(booking, meeting)));
    }

    private Optional<Instant> look(Booking booking, VideoMeeting meeting) {
        Instant now = clock.instant();
        if (!meetings.isOn(booking, meeting)) {
            return hasOpened(meeting, now) ? ended(meeting, now) : Optional.empty();
        }
        if (now.isBefore(meeting.time().end())) {
            return Optional.of(inTime(booking, meeting, now));
        }
        if (!hasOpened(meeting, now)) {
            return Optional.empty();
        }
        boolean isLast = !now.isBefore(meeting.open().end());
        OptionalInt present = present(meeting);
        if (present.isEmpty() && !isLast) {
            return Optional.of(Interval.earlier(meeting.open().end(), now.plus(RETRY)));
        }
        Optional<Instant> later = present.orElse(1) > 0 ? overtime.begin(booking, meeting, now) : Optional.empty();
        if (later.isPresent()) {
            return Optional.of(Interval.earlier(later.get(), now.plus(LOOK_AGAIN)));
        }
        return isLast ? ended(meeting, now) : Optional.of(meeting.open().end());
    }

    private boolean hasOpened(VideoMeeting meeting, Instant now) {
        return !meeting.open().start().isAfter(now)
                && !now.isAfter(meeting.time().end().plus(longestLife()));
    }

    /** What goes on by itself is looked at now and then, so that it keeps no room that everybody has left. */
    private Instant inTime(Booking booking, VideoMeeting meeting, Instant now) {
        Instant end = meeting.time().end();
        if (!overtime.runs(booking, meeting)) {
            return end;
        }
        if (present(meeting).orElse(1) == 0) {
            overtime.giveBack(meeting);
        }
        return Interval.earlier(end, now.plus(LOOK_AGAIN));
    }

    /** How many are there; empty when it cannot be told, and then somebody counts as there in the end. */
    private OptionalInt present(VideoMeeting meeting) {
        try {
            return provider(meeting).present(meeting);
        } catch (ProviderFailed e) {
            return OptionalInt.empty();
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
