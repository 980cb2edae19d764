package org.passerelle.backup.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonParseException;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;

/**
 * What is in a backup.
 *
 * @param program the version that made it, as it is told to people
 * @param moment as of which everything is
 * @param store {@code embedded} or {@code mongodb}
 * @param seal how the passphrase became keys; absent in a backup without keys
 * @param leftOut what is not in it, because there was no passphrase
 */
public record BackupManifest(
        String program,
        Instant moment,
        String store,
        Optional<SealParameters> seal,
        List<String> leftOut,
        List<BackupEntry> entries) {

    /** Raised when an older program could not restore what a newer one writes. */
    public static final int FORMAT = 1;

    private static final String NAME = "passerelle-backup";
    private static final JsonWriterSettings CANONICAL = JsonWriterSettings.builder()
            .outputMode(JsonMode.EXTENDED)
            .indent(true)
            .build();

    public BackupManifest {
        leftOut = List.copyOf(leftOut);
        entries = List.copyOf(entries);
    }

    /** Canonical Extended JSON, version 2. */
    String toJson() {
        Document document = new Document(NAME, FORMAT)
                .append("program", program)
                .append("moment", moment.toString())
                .append("store", store);
        seal.ifPresent(it -> document.append("seal", it.toDocument()));
        return document.append("leftOut", leftOut)
                .append("entries", entries.stream().map(BackupEntry::toDocument).toList())
                .toJson(CANONICAL);
    }

    /** @throws BackupRefused if it is none, or a newer one than this program reads */
    static BackupManifest read(String json) {
        try {
            Document document = Document.parse(json);
            @Nullable Object format = document.get(NAME);
            if (!(format instanceof Integer number)) {
                throw new BackupRefused("The file is no backup of Passerelle.");
            }
            if (number > FORMAT) {
                throw new BackupRefused("The backup has the form " + number
                        + ", which a newer version of Passerelle wrote; this one reads up to " + FORMAT + ".");
            }
            return new BackupManifest(
                    document.getString("program"),
                    Instant.parse(document.getString("moment")),
                    document.getString("store"),
                    Optional.ofNullable(document.get("seal", Document.class)).map(SealParameters::from),
                    document.getList("leftOut", String.class),
                    document.getList("entries", Document.class).stream()
                            .map(BackupEntry::from)
                            .toList());
        } catch (JsonParseException
                | ClassCastException
                | NullPointerException
                | java.time.DateTimeException
                | org.bson.BSONException e) {
            throw new BackupRefused("The list of what is in the backup cannot be read; the file is damaged.", e);
        }
    }

    /** How many documents are in it. */
    public long documents() {
        return entries.stream()
                .filter(entry -> entry.kind() == EntryKind.COLLECTION || entry.kind() == EntryKind.SEALED_COLLECTION)
                .mapToLong(BackupEntry::count)
                .sum();
    }

    public long files() {
        return entries.size() - collections();
    }

    public long collections() {
        return entries.stream()
                .filter(entry -> entry.kind() == EntryKind.COLLECTION || entry.kind() == EntryKind.SEALED_COLLECTION)
                .count();
    }
}
