package org.passerelle.closure.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.AffectedDate.ClosureOutcome;
import org.passerelle.closure.model.AffectedDate.DateFate;
import org.passerelle.closure.model.AffectedDate.DateName;
import org.passerelle.closure.model.AffectedDate.OfferedMove;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/** A date that a closure hits, as it is stored. */
final class AffectedDateDocument {

    private AffectedDateDocument() {}

    static Document from(AffectedDate date) {
        Document document = new Document("_id", date.key())
                .append("closure", date.closure())
                .append("booking", date.name().booking().value())
                .append("recurrenceId", Date.from(date.name().recurrenceId()))
                .append("organiser", date.organiser().text())
                .append("recurs", date.recurs())
                .append("rooms", values(date.rooms()))
                .append("start", Date.from(date.time().start()))
                .append("end", Date.from(date.time().end()));
        if (date.requested()) {
            document.append("requested", true);
        }
        document.putAll(fate(date.fate()));
        return document;
    }

    /** The fields that change. */
    static Document fate(DateFate fate) {
        Document document = new Document("outcome", fate.outcome().name())
                .append("was", fate.was().name());
        fate.left().ifPresent(left -> document.append("left", left.name()));
        fate.offer()
                .ifPresent(offer -> document.append(
                        "offer",
                        new Document("rooms", values(offer.rooms()))
                                .append("start", Date.from(offer.time().start()))
                                .append("end", Date.from(offer.time().end()))));
        return document;
    }

    static AffectedDate toDate(Document document) {
        Optional<OfferedMove> offer = Optional.ofNullable(document.get("offer", Document.class))
                .map(each -> new OfferedMove(rooms(each), time(each)));
        return new AffectedDate(
                document.getString("closure"),
                new DateName(new BookingId(document.getString("booking")), instant(document, "recurrenceId")),
                PersonId.read(document.getString("organiser")),
                document.getBoolean("recurs"),
                rooms(document),
                time(document),
                new DateFate(
                        ClosureOutcome.valueOf(document.getString("outcome")),
                        BookingState.valueOf(document.getString("was")),
                        Optional.ofNullable(document.getString("left")).map(BookingState::valueOf),
                        offer),
                document.getBoolean("requested", false));
    }

    private static List<String> values(List<RoomId> rooms) {
        return rooms.stream().map(RoomId::value).toList();
    }

    private static List<RoomId> rooms(Document document) {
        return document.getList("rooms", String.class).stream().map(RoomId::new).toList();
    }

    private static Interval time(Document document) {
        return Interval.of(instant(document, "start"), instant(document, "end"));
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }
}
