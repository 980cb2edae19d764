package org.passerelle.booking.store.mongo;

import static org.passerelle.booking.store.mongo.BookingDocument.instant;

import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.passerelle.account.OrganisationId;
import org.passerelle.booking.busy.RequestedMoves;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.model.Holding.Holder;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Place;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/** What a document holds, read from as little of it as will do. */
final class HoldingDocument {

    /** The fields that {@link #from} looks at. */
    static final Bson FIELDS = Projections.include(
            "version",
            "bookings.state",
            "bookings.organiser",
            "bookings.organisation",
            "bookings.occurrences.start",
            "bookings.occurrences.end",
            "bookings.occurrences.state",
            "bookings.occurrences.places.numbers",
            "bookings.occurrences.places.before",
            "bookings.occurrences.places.after",
            "bookings.occurrences.places.setUp",
            "bookings.occurrences.lines",
            "bookings.occurrences." + DatesDocument.REQUESTED);

    private HoldingDocument() {}

    static Holding of(Family family) {
        List<Stretch> stretches = family.stream()
                .flatMap(RequestedMoves::with)
                .flatMap(booking -> booking.occupying())
                .flatMap(Occurrence::stretches)
                .toList();
        Optional<Holder> holder = family.stream()
                .filter(booking -> !booking.isVoid())
                .findFirst()
                .map(booking -> new Holder(
                        booking.owner().organiser().text(),
                        booking.owner().organisation().map(OrganisationId::value)));
        return new Holding(family.root(), family.version(), stretches, holder);
    }

    static Holding from(Document document) {
        List<Document> alive = document.getList("bookings", Document.class).stream()
                .filter(booking ->
                        !BookingState.valueOf(booking.getString("state")).isVoid())
                .toList();
        List<Stretch> stretches = alive.stream()
                .flatMap(booking -> booking.getList("occurrences", Document.class).stream())
                .flatMap(HoldingDocument::held)
                .flatMap(HoldingDocument::stretches)
                .toList();
        return new Holding(document.getString("_id"), document.getLong("version"), stretches, holder(alive));
    }

    /** The date, if it holds anything, and what is asked for in its place; both have the fields in which that stands. */
    static Stream<Document> held(Document occurrence) {
        Stream<Document> date =
                OccurrenceState.valueOf(occurrence.getString("state")).occupies()
                        ? Stream.of(occurrence)
                        : Stream.empty();
        return Stream.concat(date, DatesDocument.openRequest(occurrence).stream());
    }

    /** Of the first: parts of a series have one owner. */
    static Optional<Holder> holder(List<Document> alive) {
        return alive.stream()
                .findFirst()
                .map(booking -> new Holder(
                        booking.getString("organiser").intern(),
                        Optional.ofNullable(booking.getString("organisation")).map(String::intern)));
    }

    private static Stream<Stretch> stretches(Document occurrence) {
        Interval time = Interval.of(instant(occurrence.getDate("start")), instant(occurrence.getDate("end")));
        Stream<Stretch> places =
                occurrence.getList("places", Document.class).stream().flatMap(place -> stretches(place, time));
        return Stream.concat(places, DatesDocument.lines(occurrence).stream());
    }

    private static Stream<Stretch> stretches(Document place, Interval time) {
        List<Integer> numbers = place.getList("numbers", Integer.class);
        Interval occupied =
                time.extendedBy(Duration.ofMillis(place.get("before", 0L)), Duration.ofMillis(place.get("after", 0L)));
        List<Integer> setUp = place.getList("setUp", Integer.class, List.of());
        return setUp.isEmpty()
                ? stretches(numbers, occupied)
                : new Place.SharedSetUp(setUp, time).stretches(numbers, occupied);
    }

    private static Stream<Stretch> stretches(List<Integer> numbers, Interval occupied) {
        long first = Slots.first(occupied);
        long end = Slots.endExclusive(occupied);
        return numbers.stream().map(number -> new Stretch(number, first, end));
    }
}
