package org.passerelle.web.conference;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.conference.VideoMeetings;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** Which date of a booking the page of its conference speaks of, how that stands, and which come before and after. */
@Component
class ConferenceDates {

    private final VideoMeetings meetings;
    private final Clock clock;

    ConferenceDates(VideoMeetings meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    /** How the conference of a date stands. */
    enum DateStanding {
        EARLY,
        OPEN,
        OVER,
        /** Over before its time. */
        ENDED,
        /** Its rooms are only held for a while. */
        HELD,
        UNCONFIRMED,
        CANCELLED,
        /** The site did not agree to it, or not in time. */
        DECLINED
    }

    /**
     * One date of a series.
     *
     * @param name by which the page is asked for it
     */
    record Step(String name, String day) {}

    /** The dates next to one. */
    record Steps(Optional<Step> before, Optional<Step> after) {

        static final Steps NONE = new Steps(Optional.empty(), Optional.empty());
    }

    /**
     * The date that starts at {@code name} by its rule; without a name the one that takes place or comes next, else the last.
     *
     * @throws NoSuchPage if there is none of that name
     */
    Optional<VideoMeeting> of(Booking booking, String name) {
        if (!name.isEmpty()) {
            return Optional.of(named(booking, name));
        }
        Instant now = clock.instant();
        List<VideoMeeting> planned = meetings.planned(booking);
        return VideoMeetings.nearest(planned.isEmpty() ? meetings.ever(booking) : planned, now);
    }

    private VideoMeeting named(Booking booking, String name) {
        try {
            Instant recurrenceId = WrittenTimes.instant(name);
            return meetings.ever(booking).stream()
                    .filter(meeting -> meeting.id().recurrenceId().equals(recurrenceId))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchPage("date of that conference"));
        } catch (IllegalArgumentException e) {
            throw new NoSuchPage("date of that conference");
        }
    }

    DateStanding standing(Booking booking, Optional<VideoMeeting> meeting) {
        Instant now = clock.instant();
        if (booking.state() == BookingState.DECLINED) {
            return DateStanding.DECLINED;
        }
        if (!booking.isLive(now)) {
            return DateStanding.CANCELLED;
        }
        OccurrenceState state = meeting.flatMap(
                        each -> booking.occurrence(each.id().recurrenceId()))
                .map(Occurrence::state)
                .orElse(OccurrenceState.CANCELLED);
        if (!state.occupies()) {
            return DateStanding.CANCELLED;
        }
        if (booking.state() != BookingState.CONFIRMED) {
            return booking.state() == BookingState.HELD ? DateStanding.HELD : DateStanding.UNCONFIRMED;
        }
        if (state == OccurrenceState.ENDED) {
            return DateStanding.ENDED;
        }
        VideoMeeting date = meeting.orElseThrow();
        return date.isOpen(now)
                ? DateStanding.OPEN
                : date.open().start().isAfter(now) ? DateStanding.EARLY : DateStanding.OVER;
    }

    /** Of a series, the dates before and after {@code meeting} that were not called off. */
    Steps steps(Booking booking, VideoMeeting meeting, Locale locale) {
        if (!booking.schedule().recurs()) {
            return Steps.NONE;
        }
        List<Occurrence> dates = booking.occurrences().stream()
                .filter(date -> date.occupies() || isOf(date, meeting))
                .toList();
        int at = IntStream.range(0, dates.size())
                .filter(i -> isOf(dates.get(i), meeting))
                .findFirst()
                .orElse(0);
        return new Steps(
                step(booking, dates.subList(Math.max(0, at - 1), at), locale),
                step(booking, dates.subList(at + 1, Math.min(dates.size(), at + 2)), locale));
    }

    private static boolean isOf(Occurrence date, VideoMeeting meeting) {
        return date.recurrenceId().equals(meeting.id().recurrenceId());
    }

    private static Optional<Step> step(Booking booking, List<Occurrence> atMostOne, Locale locale) {
        return atMostOne.stream()
                .findFirst()
                .map(date -> new Step(
                        date.recurrenceId().toString(),
                        PageWords.day(
                                date.time()
                                        .start()
                                        .atZone(booking.schedule().zone())
                                        .toLocalDate(),
                                locale)));
    }
}
