package org.passerelle.booking.changelog.mongo;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.passerelle.booking.changelog.Actor;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.booking.changelog.ChangeType;
import org.passerelle.booking.changelog.DateChange;
import org.passerelle.booking.changelog.DateChange.AskedPlace;
import org.passerelle.booking.changelog.DateChange.LoggedDate;
import org.passerelle.booking.changelog.FieldChange;
import org.passerelle.booking.changelog.LoggedChange;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.work.CorrelationId.Door;
import org.passerelle.time.Interval;

/** One change as it is stored, in the tail of its booking's document and in a page of the log. Names are short: there are many. */
final class ChangeDocument {

    private ChangeDocument() {}

    static Document from(LoggedChange change) {
        Document document = new Document("b", change.booking().value())
                .append("v", change.version())
                .append("at", Date.from(change.at()))
                .append("door", change.actor().door().name())
                .append("type", change.type().name());
        change.actor().person().ifPresent(person -> document.append("by", person.value()));
        change.recurrenceId().ifPresent(date -> document.append("date", Date.from(date)));
        if (!change.fields().isEmpty()) {
            document.append(
                    "fields", change.fields().stream().map(ChangeDocument::from).toList());
        }
        if (!change.dates().isEmpty()) {
            document.append(
                    "dates", change.dates().stream().map(ChangeDocument::from).toList());
        }
        return document;
    }

    static LoggedChange toChange(Document document) {
        return new LoggedChange(
                new BookingId(document.getString("b")),
                document.getLong("v"),
                document.getDate("at").toInstant(),
                new Actor(
                        Door.valueOf(document.getString("door")),
                        Optional.ofNullable(document.getString("by")).map(ActorId::new)),
                ChangeType.valueOf(document.getString("type")),
                Optional.ofNullable(document.getDate("date")).map(Date::toInstant),
                document.getList("fields", Document.class, List.of()).stream()
                        .map(ChangeDocument::toField)
                        .toList(),
                document.getList("dates", Document.class, List.of()).stream()
                        .map(ChangeDocument::toDate)
                        .toList());
    }

    private static Document from(FieldChange change) {
        Document document = new Document("name", change.field().name());
        change.before().ifPresent(text -> document.append("before", text));
        change.after().ifPresent(text -> document.append("after", text));
        return document;
    }

    private static FieldChange toField(Document document) {
        return new FieldChange(
                FieldChange.Field.valueOf(document.getString("name")),
                Optional.ofNullable(document.getString("before")),
                Optional.ofNullable(document.getString("after")));
    }

    private static Document from(DateChange change) {
        Document document = new Document("date", Date.from(change.recurrenceId()));
        change.before().ifPresent(date -> document.append("before", from(date)));
        change.after().ifPresent(date -> document.append("after", from(date)));
        return document;
    }

    private static DateChange toDate(Document document) {
        return new DateChange(
                document.getDate("date").toInstant(),
                Optional.ofNullable(document.get("before", Document.class)).map(ChangeDocument::toLoggedDate),
                Optional.ofNullable(document.get("after", Document.class)).map(ChangeDocument::toLoggedDate));
    }

    private static Document from(LoggedDate date) {
        Document document =
                held(date.time(), date.rooms()).append("state", date.state().name());
        date.asked().ifPresent(place -> document.append("asked", held(place.time(), place.rooms())));
        return document;
    }

    private static Document held(Interval time, List<RoomId> rooms) {
        return new Document("start", Date.from(time.start()))
                .append("end", Date.from(time.end()))
                .append("rooms", rooms.stream().map(RoomId::value).toList());
    }

    private static LoggedDate toLoggedDate(Document document) {
        return new LoggedDate(
                time(document),
                rooms(document),
                OccurrenceState.valueOf(document.getString("state")),
                Optional.ofNullable(document.get("asked", Document.class))
                        .map(asked -> new AskedPlace(time(asked), rooms(asked))));
    }

    private static Interval time(Document document) {
        return Interval.of(
                document.getDate("start").toInstant(), document.getDate("end").toInstant());
    }

    private static List<RoomId> rooms(Document document) {
        return document.getList("rooms", String.class).stream().map(RoomId::new).toList();
    }
}
