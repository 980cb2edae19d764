package org.passerelle.arrival;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.arrival.noshow.CountNoShows;
import org.passerelle.booking.Attendance;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.due.DueTime;
import org.passerelle.booking.due.TimedAction;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.conference.ConferencePresence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives a room back to which nobody came, unless somebody is in its video conference, who then counts as having come. While a
 * video server that could tell does not answer, the room is kept. Dropped once the date is over.
 */
@Component
class NoShowRelease implements TimedAction {

    private static final Logger LOG = LoggerFactory.getLogger(NoShowRelease.class);

    private final ReleaseTimes times;
    private final ConferencePresence presence;
    private final Attendance attendance;
    private final CountNoShows counting;

    NoShowRelease(ReleaseTimes times, ConferencePresence presence, Attendance attendance, CountNoShows counting) {
        this.times = times;
        this.presence = presence;
        this.attendance = attendance;
        this.counting = counting;
    }

    @Override
    public String kind() {
        return "no-show-release";
    }

    @Override
    public List<DueTime> times(Booking booking, Instant now) {
        return NearDates.of(booking, now)
                .flatMap(date -> times
                        .of(booking, date)
                        .map(due -> new DueTime(
                                booking.id(),
                                Optional.of(date.recurrenceId()),
                                due.at(),
                                date.time().end()))
                        .stream())
                .toList();
    }

    @Override
    public boolean perform(Booking booking, DueTime due) {
        return due.recurrenceId()
                .flatMap(booking::occurrence)
                .filter(date -> perform(booking, date))
                .isPresent();
    }

    private boolean perform(Booking booking, Occurrence date) {
        if (presence.isAnybodyIn(booking, date.recurrenceId())) {
            attendance.checkInUnnamed(booking.id(), date.recurrenceId());
            return true;
        }
        BookingResult result = attendance.release(booking.id(), date.recurrenceId(), date.time());
        boolean isReleased = result instanceof BookingResult.Done done
                && done.booking()
                        .occurrence(date.recurrenceId())
                        .filter(now -> now.state() == OccurrenceState.RELEASED)
                        .isPresent();
        if (isReleased) {
            counting.expectOne();
            LOG.info("Nobody came to {} on {}; its rooms are given back", booking.id(), date.recurrenceId());
        }
        return isReleased;
    }
}
