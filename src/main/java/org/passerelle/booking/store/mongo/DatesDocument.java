package org.passerelle.booking.store.mongo;

import static org.passerelle.booking.store.mongo.BookingDocument.date;
import static org.passerelle.booking.store.mongo.BookingDocument.instant;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.passerelle.account.PersonId;
import org.passerelle.booking.decision.Cancellation;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Occurrence.RequestedMove;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.model.Skipped;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.store.mongo.request.RequestDocument;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/** The dates of a booking as they are stored. */
final class DatesDocument {

    /** What is asked for in the place of a date. */
    static final String REQUESTED = "requested";

    /** The path, in a document of bookings, of the rooms that are asked for. */
    static final String REQUESTED_ROOM = "bookings.occurrences." + REQUESTED + ".places.room";

    private DatesDocument() {}

    static List<Document> occurrences(List<Occurrence> occurrences) {
        return occurrences.stream().map(DatesDocument::occurrence).toList();
    }

    private static Document occurrence(Occurrence occurrence) {
        Document document = new Document("recurrenceId", date(occurrence.recurrenceId()));
        appendHeld(document, occurrence.time(), occurrence.places());
        document.append("state", occurrence.state().name());
        appendCounted(document, occurrence.lines(), occurrence.quotaClaims());
        occurrence.agreedEnd().ifPresent(agreed -> document.append("agreedEnd", date(agreed)));
        occurrence.requested().ifPresent(move -> document.append(REQUESTED, requested(move)));
        occurrence.cancellation().ifPresent(off -> document.append("cancellation", cancellation(off)));
        return document;
    }

    private static void appendHeld(Document document, Interval time, List<Place> places) {
        document.append("start", date(time.start()))
                .append("end", date(time.end()))
                .append(
                        "places",
                        places.stream().map(place -> place(place, time)).toList());
    }

    private static void appendCounted(Document document, List<Stretch> lines, List<Long> quotaClaims) {
        if (!lines.isEmpty()) {
            document.append(
                    "lines",
                    lines.stream()
                            .map(line -> new Document("number", line.number())
                                    .append("first", line.firstSlot())
                                    .append("end", line.endSlot()))
                            .toList());
        }
        if (!quotaClaims.isEmpty()) {
            document.append("quota", quotaClaims);
        }
    }

    private static Document requested(RequestedMove move) {
        Document document = new Document();
        appendHeld(document, move.time(), move.places());
        appendCounted(document, move.lines(), move.quotaClaims());
        document.append("asked", date(move.asked()));
        move.decision().ifPresent(made -> document.append("decision", RequestDocument.document(made)));
        return document;
    }

    private static RequestedMove toRequested(Document document) {
        Interval time = time(document);
        return new RequestedMove(
                time,
                places(document, time),
                lines(document),
                document.getList("quota", Long.class, List.of()),
                instant(document.getDate("asked")),
                Optional.ofNullable(document.get("decision", Document.class)).map(RequestDocument::toDecision));
    }

    /** What is asked for in the place of a stored date and waits for a decision, with the fields in which dates hold something. */
    static Optional<Document> openRequest(Document occurrence) {
        return Optional.ofNullable(occurrence.get(REQUESTED, Document.class))
                .filter(move -> !move.containsKey("decision"));
    }

    private static Document cancellation(Cancellation off) {
        Document document = new Document("at", date(off.at()));
        off.by().ifPresent(person -> document.append("by", person.text()));
        if (!off.message().isEmpty()) {
            document.append("message", off.message());
        }
        return document;
    }

    private static Cancellation toCancellation(Document document) {
        return new Cancellation(
                Optional.ofNullable(document.getString("by")).map(PersonId::read),
                instant(document.getDate("at")),
                document.get("message", ""));
    }

    private static Document place(Place place, Interval time) {
        Document document = new Document("room", place.room().value()).append("numbers", place.numbers());
        Duration before = Duration.between(place.occupied().start(), time.start());
        Duration after = Duration.between(time.end(), place.occupied().end());
        if (!before.isZero()) {
            document.append("before", before.toMillis());
        }
        if (!after.isZero()) {
            document.append("after", after.toMillis());
        }
        place.setUp().ifPresent(shared -> document.append("setUp", shared.numbers()));
        place.insteadOf().ifPresent(wished -> document.append("insteadOf", wished.value()));
        return document;
    }

    static List<Occurrence> toOccurrences(List<Document> documents) {
        return documents.stream().map(DatesDocument::toOccurrence).toList();
    }

    private static Occurrence toOccurrence(Document document) {
        Interval time = time(document);
        return new Occurrence(
                instant(document.getDate("recurrenceId")),
                time,
                places(document, time),
                lines(document),
                document.getList("quota", Long.class, List.of()),
                OccurrenceState.valueOf(document.getString("state")),
                Optional.ofNullable(document.getDate("agreedEnd")).map(BookingDocument::instant),
                Optional.ofNullable(document.get("cancellation", Document.class))
                        .map(DatesDocument::toCancellation),
                Optional.ofNullable(document.get(REQUESTED, Document.class)).map(DatesDocument::toRequested));
    }

    private static Interval time(Document document) {
        return Interval.of(instant(document.getDate("start")), instant(document.getDate("end")));
    }

    private static List<Place> places(Document document, Interval time) {
        return document.getList("places", Document.class).stream()
                .map(place -> toPlace(place, time))
                .toList();
    }

    /** What a stored date uses up of lines, uplinks and ports. */
    static List<Stretch> lines(Document occurrence) {
        return occurrence.getList("lines", Document.class, List.of()).stream()
                .map(line -> new Stretch(line.getInteger("number"), line.getLong("first"), line.getLong("end")))
                .toList();
    }

    static Place toPlace(Document document, Interval time) {
        Interval occupied = time.extendedBy(
                Duration.ofMillis(document.get("before", 0L)), Duration.ofMillis(document.get("after", 0L)));
        return new Place(
                new RoomId(document.getString("room")),
                document.getList("numbers", Integer.class),
                occupied,
                Optional.ofNullable(document.getString("insteadOf")).map(RoomId::new),
                Optional.ofNullable(document.getList("setUp", Integer.class))
                        .map(numbers -> new Place.SharedSetUp(numbers, time)));
    }

    static List<Document> skipped(List<Skipped> skipped) {
        return skipped.stream()
                .map(each -> new Document("start", date(each.time().start()))
                        .append("end", date(each.time().end()))
                        .append("reason", each.reason().name()))
                .toList();
    }

    static List<Skipped> toSkipped(List<Document> documents) {
        return documents.stream()
                .map(each -> new Skipped(
                        Interval.of(instant(each.getDate("start")), instant(each.getDate("end"))),
                        ReasonCode.valueOf(each.getString("reason"))))
                .toList();
    }
}
