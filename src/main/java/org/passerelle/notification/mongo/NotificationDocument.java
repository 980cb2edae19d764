package org.passerelle.notification.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.passerelle.account.PersonId;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.booking.model.BookingId;
import org.passerelle.directory.RoomId;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.notification.owed.BookingNotification;
import org.passerelle.notification.owed.NotificationKind;
import org.passerelle.notification.owed.OwedNotification;
import org.passerelle.time.Interval;

/** A notification that is owed, as stored. */
final class NotificationDocument {

    static final String BOOKING = "booking";
    static final String TO = "to";
    static final String POSITION = "position";
    static final String NEXT = "next";
    static final String TRIES = "tries";
    static final String CLAIMED = "claimed";

    private NotificationDocument() {}

    static Document of(BookingNotification notification, Instant due) {
        Document document = new Document("_id", notification.key())
                .append(BOOKING, notification.booking().value())
                .append(TO, notification.to().text())
                .append("kind", notification.kind().name())
                .append(POSITION, notification.position())
                .append("at", Date.from(notification.at()))
                .append("message", notification.message())
                .append(
                        "before",
                        notification.before().stream()
                                .map(NotificationDocument::date)
                                .toList())
                .append(TRIES, 0)
                .append(NEXT, Date.from(due));
        notification.by().ifPresent(by -> document.append("by", by.value()));
        return document;
    }

    private static Document date(OccurrenceSnapshot date) {
        return new Document("id", Date.from(date.recurrenceId()))
                .append("from", Date.from(date.time().start()))
                .append("to", Date.from(date.time().end()))
                .append("rooms", date.rooms().stream().map(RoomId::value).toList());
    }

    static OwedNotification toNotification(Document document) {
        BookingNotification notification = new BookingNotification(
                new BookingId(document.getString(BOOKING)),
                PersonId.read(document.getString(TO)),
                NotificationKind.valueOf(document.getString("kind")),
                document.getLong(POSITION),
                moment(document, "at"),
                Optional.ofNullable(document.getString("by")).map(ActorId::new),
                Objects.requireNonNullElse(document.getString("message"), ""),
                document.getList("before", Document.class, List.of()).stream()
                        .map(NotificationDocument::toDate)
                        .toList());
        return new OwedNotification(notification, document.getInteger(TRIES), moment(document, NEXT));
    }

    private static OccurrenceSnapshot toDate(Document date) {
        return new OccurrenceSnapshot(
                moment(date, "id"),
                Interval.of(moment(date, "from"), moment(date, "to")),
                date.getList("rooms", String.class, List.of()).stream()
                        .map(RoomId::new)
                        .toList());
    }

    static Instant moment(Document document, String field) {
        return document.getDate(field).toInstant();
    }
}
