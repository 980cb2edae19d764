package org.passerelle.web.today;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.arrival.CheckInState;
import org.passerelle.arrival.ReleaseTimes;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.calendar.write.Joining;
import org.passerelle.conference.Conferences;
import org.passerelle.conference.VideoMeetings;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.i18n.RoomNames;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** What somebody has booked: their next meeting with what they can do about it, the rest of their day, and where they usually meet. */
@Component
class MyDay {

    /** What was booked since then tells where somebody usually meets. */
    private static final Duration BACK = Duration.ofDays(90);

    private static final int MOST_USUAL = 3;
    private static final int MOST_LINES = 8;

    private final ReadingBookings reading;
    private final ReleaseTimes releases;
    private final VideoMeetings meetings;
    private final Conferences conferences;
    private final Directories directories;
    private final PageWords words;
    private final Clock clock;

    MyDay(
            ReadingBookings reading,
            ReleaseTimes releases,
            VideoMeetings meetings,
            Conferences conferences,
            Directories directories,
            PageWords words,
            Clock clock) {
        this.reading = reading;
        this.releases = releases;
        this.meetings = meetings;
        this.conferences = conferences;
        this.directories = directories;
        this.words = words;
        this.clock = clock;
    }

    /** The one thing that there is to do about a meeting. */
    enum Press {
        /** A hold becomes a booking. */
        CONFIRM,
        CHECK_IN,
        JOIN,
        END,
        NOTHING
    }

    /**
     * One date.
     *
     * @param day empty if it is the day that is shown
     * @param zone where its times are not those of the place that is shown
     * @param state of the booking, if it is not simply booked
     */
    record MeetingLine(
            String booking,
            String title,
            Optional<String> day,
            String times,
            Optional<String> zone,
            String rooms,
            Optional<String> state) {}

    /**
     * The next date.
     *
     * @param name what a request about it calls it
     * @param isOn whether it has begun
     * @param until when people have to check in, lest the room be given back
     * @param join the address by which the reader joins; empty while nobody can
     */
    record NextMeeting(
            MeetingLine line, String name, boolean isOn, Press press, Optional<String> until, Optional<String> join) {}

    /**
     * @param more how many dates of the day are not listed
     * @param asked requests of theirs about which a site asks something back
     * @param usual rooms, the most usual first
     * @param isNew whether they have booked nothing lately
     */
    record MyMeetings(
            Optional<NextMeeting> next,
            List<MeetingLine> rest,
            int more,
            List<MeetingLine> asked,
            List<RoomId> usual,
            boolean isNew) {}

    private record Dated(Booking booking, Occurrence date) {}

    /** @param zone of the place that is shown */
    MyMeetings of(Person person, ZoneId zone, Locale locale) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(zone).toLocalDate();
        List<Booking> all = reading.madeBy(person.id(), now.minus(BACK));
        List<Dated> ahead = all.stream()
                .flatMap(booking -> booking.occupying()
                        .filter(date -> date.time().end().isAfter(now))
                        .map(date -> new Dated(booking, date)))
                .sorted(Comparator.comparing(dated -> dated.date.time().start()))
                .toList();
        List<MeetingLine> rest = ahead.stream()
                .skip(1)
                .takeWhile(dated ->
                        dated.date.time().start().atZone(zone).toLocalDate().equals(today))
                .map(dated -> line(dated, zone, locale))
                .toList();
        return new MyMeetings(
                ahead.stream().findFirst().map(dated -> next(dated, person, zone, now, locale)),
                rest.stream().limit(MOST_LINES).toList(),
                Math.max(0, rest.size() - MOST_LINES),
                all.stream()
                        .filter(MyDay::isAskedBack)
                        .map(booking ->
                                line(new Dated(booking, booking.occurrences().get(0)), zone, locale))
                        .toList(),
                usual(all),
                all.isEmpty());
    }

    private static boolean isAskedBack(Booking booking) {
        return booking.state() == BookingState.REQUESTED
                && booking.status().request().open().isPresent();
    }

    private List<RoomId> usual(List<Booking> all) {
        Map<RoomId, Long> counted = all.stream()
                .flatMap(Booking::occupying)
                .flatMap(date -> date.rooms().stream().distinct())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Directory directory = directories.current();
        return counted.entrySet().stream()
                .filter(entry -> directory
                        .room(entry.getKey())
                        .filter(room -> !room.isCarried())
                        .isPresent())
                .sorted(Map.Entry.<RoomId, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().value()))
                .limit(MOST_USUAL)
                .map(Map.Entry::getKey)
                .toList();
    }

    private NextMeeting next(Dated dated, Person person, ZoneId zone, Instant now, Locale locale) {
        Optional<String> join = join(dated, person, now);
        Optional<String> until = releases.of(dated.booking, dated.date)
                .map(release ->
                        PageWords.time(release.at(), dated.booking.schedule().zone()));
        return new NextMeeting(
                line(dated, zone, locale),
                dated.date.recurrenceId().toString(),
                dated.date.hasBegun(now),
                press(dated, join.isPresent(), until.isPresent(), now),
                until,
                join);
    }

    /** To check in comes first where the room would be given back otherwise. */
    private static Press press(Dated dated, boolean mayJoin, boolean mustCheckIn, Instant now) {
        if (dated.booking.state() == BookingState.HELD) {
            return Press.CONFIRM;
        }
        CheckInState state = CheckInState.of(dated.booking, dated.date, now);
        boolean mayCheckIn = state == CheckInState.OPEN;
        if (mayCheckIn && (mustCheckIn || !mayJoin)) {
            return Press.CHECK_IN;
        }
        if (mayJoin) {
            return Press.JOIN;
        }
        return state == CheckInState.CHECKED_IN && dated.date.hasBegun(now) ? Press.END : Press.NOTHING;
    }

    private Optional<String> join(Dated dated, Person person, Instant now) {
        boolean isOpen = dated.booking.content().conference().isPresent()
                && meetings.openAt(dated.booking, now).stream()
                        .anyMatch(meeting -> meeting.id().recurrenceId().equals(dated.date.recurrenceId()));
        return isOpen
                ? conferences.of(dated.booking, Joining.person(person.email())).map(URI::getPath)
                : Optional.empty();
    }

    private MeetingLine line(Dated dated, ZoneId shown, Locale locale) {
        ZoneId zone = dated.booking.schedule().zone();
        Directory directory = directories.current();
        Instant start = dated.date.time().start();
        LocalDate day = start.atZone(zone).toLocalDate();
        boolean isToday = day.equals(clock.instant().atZone(shown).toLocalDate());
        boolean isSameClock =
                start.atZone(zone).toLocalDateTime().equals(start.atZone(shown).toLocalDateTime());
        return new MeetingLine(
                dated.booking.id().value(),
                dated.booking.content().title(),
                isToday ? Optional.empty() : Optional.of(PageWords.day(day, locale)),
                PageWords.times(dated.date.time(), zone),
                isSameClock ? Optional.empty() : Optional.of(words.zone(zone, locale)),
                RoomNames.joined(
                        dated.date.rooms(),
                        id -> directory.room(id).map(Room::name).orElse(id.value())),
                dated.booking.state() == BookingState.CONFIRMED
                        ? Optional.empty()
                        : Optional.of(dated.booking.state().name()));
    }
}
