package org.passerelle.booking.store.mongo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.CalendarUid;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Identity;
import org.passerelle.booking.model.Owner;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Status;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.store.mongo.content.ArrangementDocument;
import org.passerelle.booking.store.mongo.request.OverrideDocument;
import org.passerelle.booking.store.mongo.request.PlacesDocument;
import org.passerelle.booking.store.mongo.request.RequestDocument;
import org.passerelle.directory.RoomId;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Recurrence;

/** One booking as it is stored, without its claims: those belong to the document it shares with its split-off parts. */
final class BookingDocument {

    private BookingDocument() {}

    static Document from(Booking booking) {
        Document document = new Document("id", booking.id().value())
                .append("uid", booking.uid().value())
                .append("digest", booking.identity().requestDigest())
                .append("organiser", booking.owner().organiser().text())
                .append("state", booking.state().name());
        booking.owner().organisation().ifPresent(it -> document.append("organisation", it.value()));
        booking.owner().bookedBy().ifPresent(it -> document.append("bookedBy", it.text()));
        appendContent(document, booking.content());
        appendSchedule(document, booking.schedule());
        appendStatus(document, booking.status());
        document.append("rooms", booking.rooms().stream().map(RoomId::value).toList());
        document.append("occurrences", DatesDocument.occurrences(booking.occurrences()));
        if (!booking.skipped().isEmpty()) {
            document.append("skipped", DatesDocument.skipped(booking.skipped()));
        }
        if (!booking.dates().reacquire()) {
            document.append("reacquire", false);
        }
        return document;
    }

    static Booking toBooking(Document document, long version) {
        return new Booking(
                new Identity(
                        new BookingId(document.getString("id")),
                        new CalendarUid(document.getString("uid")),
                        document.getString("digest")),
                new Owner(
                        PersonId.read(document.getString("organiser")),
                        Optional.ofNullable(document.getString("organisation")).map(OrganisationId::new),
                        Optional.ofNullable(document.getString("bookedBy")).map(PersonId::read)),
                content(document),
                schedule(document),
                document.getList("rooms", String.class).stream()
                        .map(RoomId::new)
                        .toList(),
                new Booking.Dates(
                        DatesDocument.toOccurrences(document.getList("occurrences", Document.class)),
                        DatesDocument.toSkipped(document.getList("skipped", Document.class, List.of())),
                        document.get("reacquire", true)),
                status(document, version));
    }

    private static void appendContent(Document document, Content content) {
        document.append("title", content.title());
        if (!content.notes().isEmpty()) {
            document.append("notes", content.notes());
        }
        document.append("visibility", content.visibility().name());
        if (content.headcount() > 0) {
            document.append("headcount", content.headcount());
        }
        if (!content.attendees().isEmpty()) {
            document.append(
                    "attendees",
                    content.attendees().stream()
                            .map(each -> new Document("email", each.email().value()).append("name", each.name()))
                            .toList());
        }
        content.conference().ifPresent(wish -> document.append("conference", ConferenceDocument.from(wish)));
        ArrangementDocument.append(document, content.arrangements());
    }

    private static Content content(Document document) {
        return new Content(
                document.getString("title"),
                document.get("notes", ""),
                Visibility.valueOf(document.getString("visibility")),
                document.get("headcount", 0),
                document.getList("attendees", Document.class, List.of()).stream()
                        .map(each -> new Attendee(new EmailAddress(each.getString("email")), each.getString("name")))
                        .toList(),
                ConferenceDocument.toWish(document.get("conference")),
                ArrangementDocument.toArrangements(document));
    }

    private static void appendSchedule(Document document, Schedule schedule) {
        document.append("start", schedule.start().toString())
                .append("zone", schedule.zone().getId())
                .append("duration", schedule.duration().toMillis());
        if (!schedule.length().isExact()) {
            document.append("length", schedule.length().toString());
        }
        schedule.recurrence().ifPresent(rule -> document.append("recurrence", rule.toString()));
        if (!schedule.exclude().isEmpty()) {
            document.append(
                    "exclude",
                    schedule.exclude().stream()
                            .sorted()
                            .map(LocalDate::toString)
                            .toList());
        }
    }

    private static Schedule schedule(Document document) {
        return new Schedule(
                LocalDateTime.parse(document.getString("start")),
                ZoneId.of(document.getString("zone")),
                length(document),
                Optional.ofNullable(document.getString("recurrence")).map(Recurrence::parse),
                document.getList("exclude", String.class, List.of()).stream()
                        .map(LocalDate::parse)
                        .collect(Collectors.toSet()));
    }

    /** Elapsed time, unless it says otherwise. */
    private static EventDuration length(Document document) {
        return Optional.ofNullable(document.getString("length"))
                .map(EventDuration::parse)
                .orElseGet(() -> EventDuration.exact(Duration.ofMillis(document.getLong("duration"))));
    }

    private static void appendStatus(Document document, Status status) {
        document.append("sequence", status.sequence())
                .append("created", date(status.created()))
                .append("changed", date(status.changed()));
        if (!status.shifted().equals(status.changed())) {
            document.append("shifted", date(status.shifted()));
        }
        status.hold().ifPresent(hold -> {
            document.append("heldUntil", date(hold.until()));
            if (!hold.places().isEmpty()) {
                document.append("holdPlaces", hold.places());
            }
        });
        status.replanned().ifPresent(at -> document.append("replanned", date(at)));
        OverrideDocument.append(document, status.overrides());
        PlacesDocument.append(document, status.openPlaces());
        RequestDocument.append(document, status.request());
    }

    private static Status status(Document document, long version) {
        return new Status(
                state(document),
                version,
                document.getInteger("sequence"),
                Optional.ofNullable(document.getDate("heldUntil"))
                        .map(until -> new Status.Hold(
                                until.toInstant(), document.getList("holdPlaces", Long.class, List.of()))),
                instant(document.getDate("created")),
                instant(document.getDate("changed")),
                instant(document.get("shifted", document.getDate("changed"))),
                RequestDocument.read(document, instant(document.getDate("changed"))),
                Optional.ofNullable(document.getDate("replanned")).map(Date::toInstant),
                OverrideDocument.read(document),
                PlacesDocument.read(document));
    }

    private static BookingState state(Document booking) {
        BookingState state = BookingState.valueOf(booking.getString("state"));
        return state == BookingState.CANCELLED && RequestDocument.isDeclinedOfOld(booking)
                ? BookingState.DECLINED
                : state;
    }

    /** The driver writes dates as {@code java.util.Date}, and only here are they seen. */
    static Date date(Instant instant) {
        return Date.from(instant);
    }

    static Instant instant(@Nullable Date date) {
        if (date == null) {
            throw new IllegalStateException("A stored booking lacks a date");
        }
        return date.toInstant();
    }
}
