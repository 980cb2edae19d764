package org.passerelle.backup.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.CalendarUid;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Visibility;
import org.passerelle.directory.RoomId;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;

/**
 * One booking as a line of JSON: what it is called, when it is, and which rooms each of its dates has. People are their addresses, rooms
 * their ids. What only this installation understands, such as claims, is not in it.
 *
 * @param organiser the address
 */
record BookingLine(
        BookingId id,
        CalendarUid uid,
        BookingState state,
        EmailAddress organiser,
        Content content,
        Schedule schedule,
        List<Date> dates) {

    /** One date, whose rule gave it the start {@code recurrenceId}. */
    record Date(Instant recurrenceId, Interval time, List<RoomId> rooms) {}

    BookingLine {
        dates = List.copyOf(dates);
    }

    static BookingLine of(Booking booking, Function<PersonId, EmailAddress> addresses) {
        return new BookingLine(
                booking.id(),
                booking.uid(),
                booking.state(),
                addresses.apply(booking.owner().organiser()),
                booking.content(),
                booking.schedule(),
                booking.occurrences().stream()
                        .filter(Occurrence::occupies)
                        .map(date -> new Date(date.recurrenceId(), date.time(), date.rooms()))
                        .toList());
    }

    String toJson() {
        Document line = new Document("id", id.value())
                .append("uid", uid.value())
                .append("state", state.name())
                .append("organiser", organiser.value())
                .append("title", content.title())
                .append("notes", content.notes())
                .append("visibility", content.visibility().name())
                .append("headcount", content.headcount())
                .append(
                        "attendees",
                        content.attendees().stream()
                                .map(each -> new Document("email", each.email().value()).append("name", each.name()))
                                .toList())
                .append("start", schedule.start().toString())
                .append("zone", schedule.zone().getId())
                .append("length", schedule.length().toString());
        schedule.recurrence().ifPresent(rule -> line.append("recurrence", rule.toString()));
        return line.append(
                        "exclude",
                        schedule.exclude().stream()
                                .map(LocalDate::toString)
                                .sorted()
                                .toList())
                .append("dates", dates.stream().map(BookingLine::document).toList())
                .toJson();
    }

    private static Document document(Date date) {
        return new Document("date", date.recurrenceId().toString())
                .append("start", date.time().start().toString())
                .append("end", date.time().end().toString())
                .append("rooms", date.rooms().stream().map(RoomId::value).toList());
    }

    /** @throws RuntimeException of many kinds, if it is none */
    static BookingLine read(String json) {
        Document line = Document.parse(json);
        return new BookingLine(
                new BookingId(line.getString("id")),
                new CalendarUid(line.getString("uid")),
                BookingState.valueOf(line.getString("state")),
                new EmailAddress(line.getString("organiser")),
                new Content(
                        line.getString("title"),
                        line.getString("notes"),
                        Visibility.valueOf(line.getString("visibility")),
                        line.getInteger("headcount"),
                        line.getList("attendees", Document.class).stream()
                                .map(each ->
                                        new Attendee(new EmailAddress(each.getString("email")), each.getString("name")))
                                .toList(),
                        Optional.empty()),
                new Schedule(
                        LocalDateTime.parse(line.getString("start")),
                        ZoneId.of(line.getString("zone")),
                        EventDuration.parse(line.getString("length")),
                        Optional.ofNullable(line.getString("recurrence")).map(Recurrence::parse),
                        excluded(line)),
                line.getList("dates", Document.class).stream()
                        .map(BookingLine::date)
                        .toList());
    }

    private static Set<LocalDate> excluded(Document line) {
        return line.getList("exclude", String.class).stream()
                .map(LocalDate::parse)
                .collect(Collectors.toSet());
    }

    private static Date date(Document date) {
        return new Date(
                Instant.parse(date.getString("date")),
                Interval.of(Instant.parse(date.getString("start")), Instant.parse(date.getString("end"))),
                date.getList("rooms", String.class).stream().map(RoomId::new).toList());
    }
}
