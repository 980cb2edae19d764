package org.passerelle.calendar.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.calendar.imports.ImportDocument.Found;
import org.passerelle.calendar.imports.ImportDocument.ImportLook;
import org.passerelle.calendar.imports.ImportDocument.Version;
import org.passerelle.calendar.imports.ImportSource.SourceKind;
import org.passerelle.calendar.imports.ImportedDates.MadeBooking;
import org.passerelle.directory.RoomId;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The stored imports; there are few. */
@Repository
class ImportDocuments {

    private final MongoTemplate mongo;

    ImportDocuments(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    List<ImportDocument> all() {
        return mongo.findAll(ImportDocument.class);
    }

    /** When those that are due by {@code now} became so. */
    List<Instant> due(Instant now) {
        Query due = Query.query(Criteria.where("look.next").lte(now));
        due.fields().include("look");
        return mongo.find(due, DueImport.class, mongo.getCollectionName(ImportDocument.class)).stream()
                .map(document -> document.look().next())
                .toList();
    }

    /** What of an import tells when it is due. */
    record DueImport(ImportLook look) {}

    Optional<ImportDocument> find(String id) {
        return Optional.ofNullable(mongo.findById(id, ImportDocument.class));
    }

    List<Integer> slotsOf(RoomId room) {
        return all().stream()
                .filter(document -> document.subject().room().equals(room.value()))
                .map(ImportDocument::slot)
                .toList();
    }

    /** The text first, so that there is no import without one. */
    void add(ImportDocument document) {
        if (document.source().kind() == SourceKind.TEXT) {
            mongo.save(new ImportedText(document.id(), document.source().value()));
        }
        mongo.insert(document.withoutText());
    }

    /** The calendar itself, if it was handed in as text. */
    String text(String id) {
        return Optional.ofNullable(mongo.findById(id, ImportedText.class))
                .map(ImportedText::text)
                .orElse("");
    }

    /** Whether this node is the one that looks at it now; {@code until} is when it is due again if the look never ends. */
    boolean take(ImportDocument due, Instant until) {
        Query unchanged = Query.query(Criteria.where("_id")
                .is(due.id())
                .and("look.next")
                .is(due.look().next()));
        return mongo.updateFirst(unchanged, Update.update("look.next", until), ImportDocument.class)
                        .getModifiedCount()
                == 1;
    }

    void note(String id, ImportLook look) {
        mongo.updateFirst(byId(id), Update.update("look", look), ImportDocument.class);
    }

    void note(String id, ImportLook look, Version version, Found found) {
        Update update = Update.update("look", look).set("version", version).set("found", found);
        mongo.updateFirst(byId(id), update, ImportDocument.class);
    }

    void note(String id, Found found) {
        mongo.updateFirst(byId(id), Update.update("found", found), ImportDocument.class);
    }

    List<MadeBooking> dates(String id) {
        return Optional.ofNullable(mongo.findById(id, ImportedDates.class))
                .map(ImportedDates::dates)
                .orElse(List.of());
    }

    void saveDates(String id, List<MadeBooking> dates) {
        mongo.save(new ImportedDates(id, dates));
    }

    void remove(String id) {
        mongo.remove(byId(id), ImportDocument.class);
        mongo.remove(byId(id), ImportedDates.class);
        mongo.remove(byId(id), ImportedText.class);
    }

    private static Query byId(String id) {
        return Query.query(Criteria.where("_id").is(id));
    }
}
