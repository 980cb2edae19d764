package org.passerelle.directory.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.edit.ChangedPlaces;
import org.passerelle.directory.version.DirectoryVersion;
import org.passerelle.directory.version.DirectoryVersion.VersionText;
import org.passerelle.directory.version.VersionNote;
import org.passerelle.directory.version.VersionOrigin;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The text of the directory in force, in one document with a version. Version 0 stands for no document. */
class DirectoryTexts {

    private static final String ID = "current";
    private static final Query CURRENT = query(where("_id").is(ID));

    private final MongoOperations mongo;
    private final FormerVersions former;
    private final Clock clock;

    DirectoryTexts(MongoOperations mongo, FormerVersions former, Clock clock) {
        this.mongo = mongo;
        this.former = former;
        this.clock = clock;
    }

    /**
     * Texts from before versions were kept say nothing of how they came about.
     *
     * @param places what has changed in it since the one before, as {@link ChangedPlaces} has it
     */
    @Document("directory")
    record DirectoryText(
            @Id String id,
            long version,
            String text,
            @Nullable Instant since,
            @Nullable String by,
            @Nullable VersionOrigin origin,
            @Nullable String concerning,
            @Nullable List<String> places) {

        /** Whether a site or a room is another in it than in the one before, as far as that was noted. */
        boolean hasChanged(String place) {
            return places == null ? id(place).equals(concerning) : places.contains(place);
        }

        /** The id in what {@link ChangedPlaces} calls something. */
        static String id(String place) {
            return place.substring(place.indexOf('/') + 1);
        }

        VersionText toVersion() {
            VersionNote note = origin == null
                    ? VersionNote.UNKNOWN
                    : new VersionNote(by == null ? "" : by, origin, concerning == null ? "" : concerning);
            return new VersionText(new DirectoryVersion(version, Optional.ofNullable(since), note), text);
        }
    }

    Optional<DirectoryText> load() {
        return Optional.ofNullable(mongo.findOne(CURRENT, DirectoryText.class));
    }

    long version() {
        var projected = query(where("_id").is(ID));
        projected.fields().include("version");
        var found = mongo.findOne(projected, org.bson.Document.class, mongo.getCollectionName(DirectoryText.class));
        return found == null ? 0 : found.get("version", Number.class).longValue();
    }

    /**
     * Puts a text in the place of {@code version}, as the next version; false if that version is not the latest. What is replaced
     * is put by first: an interruption between the two leaves a copy of what is still in force, and loses nothing.
     */
    boolean replace(long version, String text, VersionNote note) {
        if (version == 0) {
            return insertFirst(text, note);
        }
        Optional<DirectoryText> standing = load().filter(each -> each.version() == version);
        if (standing.isEmpty()) {
            return false;
        }
        former.put(
                standing.get().toVersion(),
                Optional.ofNullable(standing.get().places()).orElse(List.of()));
        var update = new Update()
                .set("version", version + 1)
                .set("text", text)
                .set("since", now())
                .set("by", note.by())
                .set("origin", note.origin())
                .set("concerning", note.concerning())
                .set("places", ChangedPlaces.between(standing.get().text(), text));
        return mongo.updateFirst(of(version), update, DirectoryText.class).getModifiedCount() == 1;
    }

    /** Puts a text that means the same in the place of {@code version}, without a new version. */
    void reword(long version, String text) {
        mongo.updateFirst(of(version), new Update().set("text", text), DirectoryText.class);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Query of(long version) {
        return query(where("_id").is(ID).and("version").is(version));
    }

    private boolean insertFirst(String text, VersionNote note) {
        try {
            mongo.insert(new DirectoryText(ID, 1, text, now(), note.by(), note.origin(), note.concerning(), List.of()));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }
}
