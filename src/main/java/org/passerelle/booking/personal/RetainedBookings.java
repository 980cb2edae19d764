package org.passerelle.booking.personal;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.store.BookingRewrites;
import org.passerelle.platform.personal.RetainedData;
import org.springframework.stereotype.Component;

/** Makes bookings anonymous some time after their last date. A series is over as a whole, with all that was split off it. */
@Component
class RetainedBookings implements RetainedData {

    private static final String BOOKINGS = "bookings";
    private static final String CHANGES = "changes";

    private final BookingRewrites bookings;

    RetainedBookings(BookingRewrites bookings) {
        this.bookings = bookings;
    }

    @Override
    public RetentionKind kind() {
        return RetentionKind.BOOKINGS;
    }

    @Override
    public long forgetBefore(Instant before, int most) {
        AtomicLong count = new AtomicLong();
        bookings.forEach(document -> {
            List<Document> members = document.getList(BOOKINGS, Document.class, List.of());
            if (count.get() < most
                    && !members.stream().allMatch(BookingErasure::isAnonymous)
                    && members.stream().allMatch(booking -> isOver(booking, before))) {
                count.addAndGet(bookings.rewrite(document, anonymous(document, members)) ? 1 : 0);
            }
        });
        return count.get();
    }

    private static Document anonymous(Document document, List<Document> members) {
        Document anonymous = new Document(document);
        anonymous.put(BOOKINGS, members.stream().map(BookingErasure::anonymous).toList());
        anonymous.computeIfPresent(
                CHANGES,
                (name, tail) -> document.getList(CHANGES, Document.class).stream()
                        .map(BookingErasure::silent)
                        .toList());
        anonymous.remove("delivery");
        return anonymous;
    }

    /** Whether it was last changed before that, and each of its dates ended before. */
    private static boolean isOver(Document booking, Instant before) {
        BsonDocument bson = booking.toBsonDocument();
        return isBefore(bson.get("changed"), before)
                && bson.getArray("occurrences").stream()
                        .allMatch(date -> isBefore(date.asDocument().get("end"), before));
    }

    private static boolean isBefore(@Nullable BsonValue moment, Instant before) {
        return moment instanceof BsonDateTime date
                && Instant.ofEpochMilli(date.getValue()).isBefore(before);
    }
}
