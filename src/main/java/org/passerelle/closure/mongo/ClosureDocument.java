package org.passerelle.closure.mongo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.passerelle.account.PersonId;
import org.passerelle.closure.model.ClosurePlan;
import org.passerelle.closure.model.ClosureType;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.closure.model.SiteClosure.ClosureStep;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteId;

/** A closure as it is stored. */
final class ClosureDocument {

    private ClosureDocument() {}

    static Document from(SiteClosure closure) {
        ClosurePlan plan = closure.plan();
        Document document = new Document("_id", closure.id())
                .append("site", plan.site().value())
                .append("rooms", plan.rooms().stream().map(RoomId::value).toList())
                .append("from", plan.from().toString())
                .append("to", plan.to().toString())
                .append("reason", plan.reason())
                .append("onBookings", plan.onBookings().name())
                .append("by", closure.by().text())
                .append("at", Date.from(closure.at()))
                .append("until", Date.from(closure.until()))
                .append("step", closure.step().name())
                .append("pieces", closure.pieces());
        if (plan.type() != ClosureType.PLANNED) {
            document.append("type", plan.type().name());
        }
        closure.ended().ifPresent(end -> document.append("ended", Date.from(end)));
        return document;
    }

    static SiteClosure toClosure(Document document) {
        ClosurePlan plan = new ClosurePlan(
                new SiteId(document.getString("site")),
                document.getList("rooms", String.class).stream()
                        .map(RoomId::new)
                        .toList(),
                LocalDateTime.parse(document.getString("from")),
                LocalDateTime.parse(document.getString("to")),
                document.getString("reason"),
                OnBookings.valueOf(document.getString("onBookings")),
                Optional.ofNullable(document.getString("type"))
                        .map(ClosureType::valueOf)
                        .orElse(ClosureType.PLANNED));
        return new SiteClosure(
                document.getString("_id"),
                plan,
                PersonId.read(document.getString("by")),
                instant(document, "at"),
                instant(document, "until"),
                ClosureStep.valueOf(document.getString("step")),
                document.getInteger("pieces"),
                Optional.ofNullable(document.getDate("ended")).map(Date::toInstant));
    }

    static List<String> names(List<ClosureStep> steps) {
        return steps.stream().map(Enum::name).toList();
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }
}
