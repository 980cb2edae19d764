package org.passerelle.conference.closing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.store.BookingWrite;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.conference.Capability;
import org.passerelle.conference.Providers;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.conference.VideoMeetings;
import org.passerelle.platform.work.Fence;
import org.passerelle.platform.work.WorkFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Sees from the write of a booking itself which conferences it cuts off: those whose doors were open, and that are not open
 * any more under that name at that server. Whatever the change was, and however shortly after the booking it comes, it is noted
 * before the write is answered, so that a restart does not lose it.
 */
@Component
public class CutOffFollower implements Occupancy.Follower {

    private static final Logger LOG = LoggerFactory.getLogger(CutOffFollower.class);

    private final VideoMeetings meetings;
    private final Providers providers;
    private final PendingEnds pending;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CutOffFollower(
            VideoMeetings meetings,
            Providers providers,
            PendingEnds pending,
            ApplicationEventPublisher events,
            Occupancy occupancy,
            Clock clock) {
        this.meetings = meetings;
        this.providers = providers;
        this.pending = pending;
        this.events = events;
        this.clock = clock;
        occupancy.follow(this);
    }

    /** Other nodes note what their own writes cut off. */
    @Override
    public void wrote(Holding holding) {}

    @Override
    public void wrote(Holding holding, BookingWrite write) {
        Instant now = clock.instant();
        List<VideoMeeting> open =
                write.before().stream().flatMap(booking -> open(booking, now)).toList();
        if (open.isEmpty()) {
            return;
        }
        List<VideoMeeting> left =
                write.after().stream().flatMap(booking -> open(booking, now)).toList();
        open.stream()
                .filter(meeting -> left.stream().noneMatch(other -> isSame(meeting, other)))
                .forEach(this::cutOff);
    }

    @Override
    public boolean knows(String root, long version) {
        return true;
    }

    private Stream<VideoMeeting> open(Booking booking, Instant now) {
        return meetings.openAt(booking, now).stream().filter(this::canEnd);
    }

    private static boolean isSame(VideoMeeting one, VideoMeeting other) {
        return one.name().equals(other.name()) && one.provider().equals(other.provider());
    }

    private boolean canEnd(VideoMeeting meeting) {
        return providers
                .named(meeting.provider())
                .filter(provider -> provider.capabilities().contains(Capability.END))
                .isPresent();
    }

    /** The booking is written, whatever becomes of this; what cannot be noted is at least tried. */
    private void cutOff(VideoMeeting meeting) {
        Fence.around(() -> pending.add(PendingEnd.of(meeting)))
                .ifPresent(failure -> report(
                        "The conference of booking {} is to be ended, which could not be noted", meeting, failure));
        Fence.around(() -> events.publishEvent(new ConferenceCutOff(meeting.name())))
                .ifPresent(failure ->
                        report("The conference of booking {} is to be ended, at the next round", meeting, failure));
    }

    private static void report(String what, VideoMeeting meeting, Throwable failure) {
        WorkFailures.note("conferences");
        LOG.error(what, meeting.id().booking(), failure);
    }
}
