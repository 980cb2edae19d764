package org.passerelle.directory.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.version.DirectoryVersion;
import org.passerelle.directory.version.DirectoryVersion.VersionText;
import org.passerelle.directory.version.DirectoryVersions;
import org.passerelle.directory.version.VersionNote;
import org.passerelle.directory.version.VersionOrigin;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;

/** Versions of the directory that have been replaced. Their texts are compressed, to a tenth as a rule. */
class FormerVersions {

    private static final String COLLECTION = "directoryVersions";

    private final MongoOperations mongo;

    FormerVersions(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * @param text compressed; null where it is not asked for
     * @param places what has changed in it since the one before; null if it is from before that was noted
     */
    @Document(COLLECTION)
    record FormerVersion(
            @Id long version,
            @Nullable Instant since,
            String by,
            VersionOrigin origin,
            String concerning,
            @Nullable Binary text,
            @Nullable List<String> places) {

        static FormerVersion of(VersionText standing, List<String> places) {
            VersionNote note = standing.version().note();
            return new FormerVersion(
                    standing.number(),
                    standing.version().since().orElse(null),
                    note.by(),
                    note.origin(),
                    note.concerning(),
                    new Binary(deflated(standing.text())),
                    places);
        }

        DirectoryVersion toVersion() {
            return new DirectoryVersion(version, Optional.ofNullable(since), new VersionNote(by, origin, concerning));
        }

        VersionText toText() {
            return new VersionText(toVersion(), text == null ? "" : inflated(text.getData()));
        }
    }

    /** Keeps a version once, however often it is put, and lets go of the oldest. */
    void put(VersionText standing, List<String> places) {
        mongo.save(FormerVersion.of(standing, places));
        mongo.remove(query(where("_id").lte(standing.number() - DirectoryVersions.MOST + 1)), FormerVersion.class);
    }

    Optional<VersionText> find(long number) {
        return Optional.ofNullable(mongo.findById(number, FormerVersion.class)).map(FormerVersion::toText);
    }

    /** The newest first. */
    List<DirectoryVersion> list(long before, int limit) {
        var wanted = query(where("_id").lt(before))
                .with(Sort.by(Sort.Direction.DESC, "_id"))
                .limit(limit);
        wanted.fields().exclude("text");
        return mongo.find(wanted, FormerVersion.class).stream()
                .map(FormerVersion::toVersion)
                .toList();
    }

    /** The newest first of those in which {@code place} has changed; of old ones those that were made by its own form. */
    List<DirectoryVersion> ofPlace(String place, String id, long before, int limit) {
        // Without an index: there are few, and they are looked at one by one on the embedded database anyway.
        var wanted = query(where("_id")
                        .lt(before)
                        .orOperator(
                                where("places").is(place),
                                where("places").is(null).and("concerning").is(id)))
                .with(Sort.by(Sort.Direction.DESC, "_id"))
                .limit(limit);
        wanted.fields().exclude("text");
        return mongo.find(wanted, FormerVersion.class).stream()
                .map(FormerVersion::toVersion)
                .toList();
    }

    private static byte[] deflated(String text) {
        try (var bytes = new ByteArrayOutputStream()) {
            try (var compressing = new DeflaterOutputStream(bytes)) {
                compressing.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String inflated(byte[] bytes) {
        try (var expanding = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return new String(expanding.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
