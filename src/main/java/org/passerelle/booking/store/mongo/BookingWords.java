package org.passerelle.booking.store.mongo;

import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.passerelle.platform.StoredDocumentWords;

/** A line for each booking of a document. Reads no more of it than it must: the image may be of an older version, or odd. */
final class BookingWords implements StoredDocumentWords {

    private static final int MOST_DATES = 5;

    @Override
    public String collection() {
        return MongoBookings.COLLECTION;
    }

    @Override
    public List<String> of(Document image) {
        return documents(image, "bookings").map(BookingWords::line).toList();
    }

    private static String line(Document booking) {
        List<String> dates = documents(booking, "occurrences")
                .flatMap(date -> Stream.ofNullable(date.getDate("start")))
                .map(start -> start.toInstant().toString())
                .toList();
        String more = dates.size() > MOST_DATES ? " and %d more".formatted(dates.size() - MOST_DATES) : "";
        return "%s: \"%s\", %s, %s %s; dates %s%s; %s, made by %s, version of %s"
                .formatted(
                        booking.get("id"),
                        booking.get("title"),
                        booking.get("rooms"),
                        booking.get("start"),
                        booking.get("zone"),
                        String.join(", ", dates.subList(0, Math.min(MOST_DATES, dates.size()))),
                        more,
                        booking.get("state"),
                        booking.get("organiser"),
                        booking.getDate("changed") == null
                                ? "an unknown time"
                                : booking.getDate("changed").toInstant());
    }

    private static Stream<Document> documents(Document from, String field) {
        return from.get(field) instanceof List<?> list
                ? list.stream().filter(Document.class::isInstance).map(Document.class::cast)
                : Stream.empty();
    }
}
