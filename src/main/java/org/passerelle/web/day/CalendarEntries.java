package org.passerelle.web.day;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.busy.RequestedMoves;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Place;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteId;
import org.passerelle.i18n.RoomNames;
import org.passerelle.time.Interval;
import org.passerelle.time.WallTime;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** Finds what is in a calendar, in the order of time. */
@Component
class CalendarEntries {

    private static final Comparator<CalendarEntry> BY_START = Comparator.comparing(
                    (CalendarEntry entry) -> entry.time().start())
            .thenComparing(entry -> entry.words().rooms())
            .thenComparing(entry -> entry.words().title());

    private final ReadingBookings reading;
    private final PageWords words;

    CalendarEntries(ReadingBookings reading, PageWords words) {
        this.reading = reading;
        this.words = words;
    }

    /** All that {@code span} holds of the calendar. */
    List<CalendarEntry> of(CalendarSubject subject, CalendarSpan span, Look look) {
        Scope scope = Scope.of(subject, look);
        Interval time = span.time(subject.zone());
        return subject.kind() == CalendarSubject.Kind.PERSON
                ? own(scope, time)
                : entries(reading.holding(subject.rooms(), time), scope, time);
    }

    /** Of these, what whoever looks has booked themselves. */
    List<CalendarEntry> ownOf(CalendarSubject subject, CalendarSpan span, Look look) {
        return own(Scope.of(subject, look), span.time(subject.zone()));
    }

    /** On which days whoever looks has each of the rooms, a part of it, or what it is a part of. */
    Map<RoomId, Set<LocalDate>> ownDays(CalendarSubject subject, CalendarSpan span, Look look) {
        Interval time = span.time(subject.zone());
        return days(subject, time, reading.madeBy(look.person().id(), time.start()));
    }

    /** The same of colleagues, as far as whoever looks may know that it is them. */
    Map<RoomId, Set<LocalDate>> daysOfTheFirm(CalendarSubject subject, CalendarSpan span, Look look) {
        Interval time = span.time(subject.zone());
        return look.person()
                .organisation()
                .map(firm -> days(
                        subject,
                        time,
                        reading.holding(subject.rooms(), time, firm).stream()
                                .filter(booking -> look.whose(booking) == Whose.FIRM)
                                .toList()))
                .orElse(Map.of());
    }

    /** The sites at which whoever looks has anything from {@code since} on. */
    Set<SiteId> ownSites(Look look, Instant since) {
        return reading.madeBy(look.person().id(), since).stream()
                .flatMap(RequestedMoves::with)
                .flatMap(Booking::occupying)
                .flatMap(date -> date.places().stream())
                .flatMap(place -> look.directory().room(place.room()).stream())
                .map(room -> look.directory().siteOf(room).id())
                .collect(Collectors.toSet());
    }

    private static Map<RoomId, Set<LocalDate>> days(CalendarSubject subject, Interval time, List<Booking> bookings) {
        Map<RoomId, Set<LocalDate>> days = new HashMap<>();
        DayHold.byRoom(subject.rooms(), time, bookings)
                .forEach((room, holds) -> days.put(
                        room,
                        holds.stream()
                                .flatMap(hold -> day(hold.meeting().start(), subject.zone())
                                        .datesUntil(day(hold.meeting().end().minusNanos(1), subject.zone())
                                                .plusDays(1)))
                                .collect(Collectors.toSet())));
        return days;
    }

    /**
     * What is looked for, and by whom.
     *
     * @param numbers of all rooms of the calendar; empty if it is of no rooms
     */
    private record Scope(CalendarSubject subject, Set<Integer> numbers, Look look) {

        static Scope of(CalendarSubject subject, Look look) {
            Set<Integer> numbers = subject.rooms().stream()
                    .flatMap(room -> room.numbers().stream())
                    .collect(Collectors.toSet());
            return new Scope(subject, numbers, look);
        }

        boolean has(Place place) {
            return numbers.isEmpty() || place.numbers().stream().anyMatch(numbers::contains);
        }

        boolean isAbout(CalendarSubject.Kind kind) {
            return subject.kind() == kind;
        }
    }

    private List<CalendarEntry> own(Scope scope, Interval time) {
        return entries(reading.madeBy(scope.look().person().id(), time.start()), scope, time);
    }

    private List<CalendarEntry> entries(Collection<Booking> bookings, Scope scope, Interval time) {
        return bookings.stream()
                .flatMap(RequestedMoves::with)
                .flatMap(booking -> booking.occupying()
                        .filter(date -> date.time().overlaps(time))
                        .filter(date -> date.places().stream().anyMatch(scope::has))
                        .map(date -> entry(booking, date, scope)))
                .sorted(BY_START)
                .toList();
    }

    private CalendarEntry entry(Booking booking, Occurrence date, Scope scope) {
        ZoneId zone = scope.subject().zone();
        Interval time = date.time();
        boolean isReadable = scope.look().mayRead(booking);
        return new CalendarEntry(
                day(time.start(), zone),
                day(time.end().minusNanos(1), zone),
                time,
                words(booking, date, isReadable, scope),
                scope.look().whose(booking),
                booking.state() == BookingState.CONFIRMED,
                isReadable
                        ? Optional.of(new Piece.PieceBooking(
                                booking.id(),
                                booking.schedule().recurs() ? Optional.of(date.recurrenceId()) : Optional.empty(),
                                scope.look().whose(booking),
                                false))
                        : Optional.empty());
    }

    private static LocalDate day(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }

    /** A booking of others has no words, and no clocks but those of its place. */
    private CalendarEntry.Words words(Booking booking, Occurrence date, boolean isReadable, Scope scope) {
        Locale locale = scope.look().locale();
        ZoneId shown = scope.subject().zone();
        ZoneId agreed = isReadable ? booking.schedule().zone() : shown;
        return new CalendarEntry.Words(
                PageWords.times(date.time(), agreed),
                WallTime.isSame(agreed, shown, date.time().start())
                        ? Optional.empty()
                        : Optional.of(words.zone(agreed, locale)),
                scope.look().title(booking).orElseGet(() -> words.text("day.busy", locale)),
                rooms(date, scope));
    }

    /** In the calendar of a room, which other was booked that it is a part of, or that is a part of it. */
    private static String rooms(Occurrence date, Scope scope) {
        boolean isOfRoom = scope.isAbout(CalendarSubject.Kind.ROOM);
        List<RoomId> shown = date.places().stream()
                .filter(scope::has)
                .map(Place::room)
                .filter(room ->
                        !isOfRoom || !room.equals(scope.subject().rooms().get(0).id()))
                .toList();
        return RoomNames.joined(
                shown,
                id -> scope.look()
                        .directory()
                        .room(id)
                        .map(room -> name(room, scope))
                        .orElse(id.value()));
    }

    private static String name(Room room, Scope scope) {
        return scope.isAbout(CalendarSubject.Kind.PERSON)
                ? RoomNames.withSite(room, scope.look().directory())
                : room.name();
    }
}
