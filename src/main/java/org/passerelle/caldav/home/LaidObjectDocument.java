package org.passerelle.caldav.home;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.passerelle.booking.model.BookingId;
import org.passerelle.directory.RoomId;

/** How a {@link LaidObject} is stored. */
final class LaidObjectDocument {

    private LaidObjectDocument() {}

    static Document of(LaidObject object) {
        Document document = new Document("object", object.name())
                .append("uid", object.uid())
                .append("text", object.text())
                .append("at", object.at().toEpochMilli());
        object.booking().ifPresent(booking -> document.append("booking", booking.value()));
        if (!object.refusals().isEmpty()) {
            document.append(
                    "refusals",
                    object.refusals().stream().map(LaidObjectDocument::refusal).toList());
        }
        return document;
    }

    static LaidObject toObject(Document stored) {
        return new LaidObject(
                stored.getString("object"),
                stored.getString("uid"),
                Optional.ofNullable(stored.getString("booking")).map(BookingId::new),
                stored.getString("text"),
                Instant.ofEpochMilli(stored.getLong("at")),
                stored.getList("refusals", Document.class, List.of()).stream()
                        .map(each -> new RoomRefusal(
                                new RoomId(each.getString("room")), each.getString("code"), each.getString("sentence")))
                        .toList());
    }

    private static Document refusal(RoomRefusal refusal) {
        return new Document("room", refusal.room().value())
                .append("code", refusal.code())
                .append("sentence", refusal.sentence());
    }
}
