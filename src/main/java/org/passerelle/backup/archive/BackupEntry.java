package org.passerelle.backup.archive;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;

/**
 * What the manifest says of one entry.
 *
 * @param name in the zip
 * @param count of documents; 1 for a file
 * @param bytes of the entry when unpacked, sealed if it is sealed
 * @param digest SHA-256 of these bytes, in hexadecimal
 * @param indexes of the collection, as {@code createIndexes} takes them
 */
public record BackupEntry(String name, long count, long bytes, String digest, List<Document> indexes) {

    private static final Pattern COLLECTION = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,119}");
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_@+=-][A-Za-z0-9_.@+=-]{0,254}");
    private static final String BSON = ".bson";

    public BackupEntry {
        indexes = List.copyOf(indexes);
    }

    public EntryKind kind() {
        return EntryKind.of(name)
                .orElseThrow(() -> new BackupRefused("The backup has an entry of no known kind: " + name + "."));
    }

    /** The name of the collection; only of one. */
    public String collection() {
        String file = name.substring(kind().folder().length());
        return file.substring(0, file.length() - BSON.length());
    }

    /** The path in the data folder, with slashes; only of a file. */
    public String path() {
        return name.substring(kind().folder().length());
    }

    /** Where a collection goes in the zip. */
    static String ofCollection(EntryKind kind, String collection) {
        if (!COLLECTION.matcher(collection).matches()) {
            throw new BackupRefused("The collection " + collection + " has a name that no backup takes.");
        }
        return kind.folder() + collection + BSON;
    }

    /** Where a file goes in the zip; empty if its name is not one that the program gives. */
    public static Optional<String> ofFile(EntryKind kind, String path) {
        return isPath(path) ? Optional.of(kind.folder() + path) : Optional.empty();
    }

    /** No part of it leads out of the folder. */
    private static boolean isPath(String path) {
        return path.length() < 1000
                && List.of(path.split("/", -1)).stream()
                        .allMatch(part -> PART.matcher(part).matches());
    }

    /** Whether the name is one that {@link #ofCollection} or {@link #ofFile} gives. */
    boolean isWellNamed() {
        return EntryKind.of(name)
                .map(kind -> switch (kind) {
                    case COLLECTION, SEALED_COLLECTION ->
                        name.endsWith(BSON) && COLLECTION.matcher(collection()).matches();
                    case FILE, SEALED_FILE -> isPath(path());
                })
                .orElse(false);
    }

    Document toDocument() {
        Document document = new Document("name", name)
                .append("count", count)
                .append("bytes", bytes)
                .append("sha256", digest);
        return indexes.isEmpty() ? document : document.append("indexes", indexes);
    }

    static BackupEntry from(Document document) {
        return new BackupEntry(
                document.getString("name"),
                document.get("count", Number.class).longValue(),
                document.get("bytes", Number.class).longValue(),
                document.getString("sha256"),
                document.getList("indexes", Document.class, List.of()));
    }
}
