package org.passerelle.conference;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.Extension;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.time.Interval;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps the rooms of conferences that go on past their end, a quarter of an hour at a time, as long as is allowed. */
@Component
class Overtime {

    private static final Logger LOG = LoggerFactory.getLogger(Overtime.class);

    private final Extension staying;
    private final ConferenceProperties settings;

    Overtime(Extension staying, ConferenceProperties settings) {
        this.staying = staying;
        this.settings = settings;
    }

    /** Whether the rooms of {@code meeting} are kept longer than was agreed. */
    boolean runs(Booking booking, VideoMeeting meeting) {
        return agreedEnd(booking, meeting).isPresent();
    }

    /**
     * Has the rooms kept beyond the end of {@code meeting}; empty if that cannot be, as when one is needed by others, closes,
     * or has been kept long enough. The new end follows from the old one, so two nodes that ask at once wish the same.
     */
    Optional<Instant> begin(Booking booking, VideoMeeting meeting, Instant now) {
        Instant end = meeting.time().end();
        Instant last = agreedEnd(booking, meeting).orElse(end).plus(settings.overtime());
        Instant next = end.plus(stepsUntilAfter(end, now));
        Instant until = Interval.earlier(next, last);
        if (!until.isAfter(end) || !until.isAfter(now)) {
            return Optional.empty();
        }
        BookingResult result =
                staying.byItself(meeting.id().booking(), meeting.id().recurrenceId(), until);
        if (result instanceof BookingResult.Done) {
            LOG.info("The rooms of booking {} are kept until {}", meeting.id().booking(), until);
            return Optional.of(until);
        }
        LOG.info("The rooms of booking {} cannot be kept: {}", meeting.id().booking(), result);
        return Optional.empty();
    }

    /** Frees what was kept and is not needed after all. */
    void giveBack(VideoMeeting meeting) {
        staying.giveBack(meeting.id().booking(), meeting.id().recurrenceId());
    }

    private static Duration stepsUntilAfter(Instant end, Instant now) {
        long whole = Duration.between(end, now).dividedBy(Ending.STEP);
        return Ending.STEP.multipliedBy(whole + 1);
    }

    private static Optional<Instant> agreedEnd(Booking booking, VideoMeeting meeting) {
        return booking.occurrence(meeting.id().recurrenceId()).flatMap(Occurrence::agreedEnd);
    }
}
