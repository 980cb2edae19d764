package org.passerelle.web.rescue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.availability.query.DateMove;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.i18n.RoomNames;
import org.passerelle.rescue.FailedRoom;
import org.passerelle.rescue.RescuePlan;
import org.passerelle.time.Interval;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** A rescue in the words of its reader, on the clock of the booking. */
@Component
class RescueLines {

    private final Directories directories;
    private final PageWords words;

    RescueLines(Directories directories, PageWords words) {
        this.directories = directories;
        this.words = words;
    }

    /**
     * A date and what can be done for it.
     *
     * @param title empty if its reader may not know it
     * @param rooms all that it has
     */
    record RescueLine(
            String booking,
            String date,
            String title,
            String when,
            String zone,
            List<RoomLine> rooms,
            List<MoveLine> moves) {}

    /**
     * A room of the date.
     *
     * @param cause why it cannot be used; empty if it can
     */
    record RoomLine(String id, String name, String cause, String reason) {

        public boolean hasFailed() {
            return !cause.isEmpty();
        }
    }

    /** A place to go. */
    record MoveLine(
            String kind, String rooms, String when, List<String> ids, String start, String end, boolean mustAsk) {}

    RescueLine of(RescuePlan plan, Person reader, Locale locale) {
        Directory directory = directories.current();
        Booking booking = plan.booking();
        Occurrence date = plan.date();
        ZoneId zone = booking.schedule().zone();
        boolean mayRead = new BookingAccess(reader, booking, directory).mayRead(BookingPart.CONTENT);
        return new RescueLine(
                booking.id().value(),
                date.recurrenceId().toString(),
                mayRead ? booking.content().title() : "",
                when(date.time(), zone, locale),
                words.zone(zone, locale),
                rooms(plan, directory),
                plan.moves().stream().map(move -> line(move, zone, locale)).toList());
    }

    /** Where a date is by now. */
    String place(Occurrence date, ZoneId zone, Locale locale) {
        return date.rooms().stream()
                        .distinct()
                        .map(id -> name(id, directories.current()))
                        .collect(Collectors.joining(" + "))
                + ", " + when(date.time(), zone, locale);
    }

    private static List<RoomLine> rooms(RescuePlan plan, Directory directory) {
        List<RoomLine> lines = new ArrayList<>();
        for (RoomId room : plan.date().rooms().stream().distinct().toList()) {
            FailedRoom failed = plan.failed().stream()
                    .filter(each -> each.room().equals(room))
                    .findFirst()
                    .orElse(null);
            lines.add(new RoomLine(
                    room.value(),
                    name(room, directory),
                    failed == null ? "" : failed.cause().name(),
                    failed == null ? "" : failed.reason()));
        }
        return lines;
    }

    private static String name(RoomId id, Directory directory) {
        return directory
                .room(id)
                .map(room -> RoomNames.withSite(room, directory))
                .orElse(id.value());
    }

    private MoveLine line(DateMove move, ZoneId zone, Locale locale) {
        Directory directory = directories.current();
        Instant start = move.time().start();
        return new MoveLine(
                move.kind().name(),
                move.rooms().stream()
                        .map(room -> RoomNames.withSite(room, directory))
                        .distinct()
                        .collect(Collectors.joining(" + ")),
                when(move.time(), zone, locale),
                move.rooms().stream().map(Room::id).map(RoomId::value).toList(),
                start.toString(),
                move.time().end().toString(),
                move.mustAsk());
    }

    private static String when(Interval time, ZoneId zone, Locale locale) {
        return PageWords.day(time.start().atZone(zone).toLocalDate(), locale) + ", " + PageWords.times(time, zone);
    }
}
