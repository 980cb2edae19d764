package org.passerelle.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.passerelle.backup.archive.EntryKind;
import org.passerelle.platform.snapshot.Restoring;

/**
 * What belongs into a backup, and what of it opens something to whoever reads it. All of the data folder does, but for what is named
 * here: a file that a later version adds is then not forgotten, and it is sealed until somebody says that it need not be.
 */
public final class BackupScope {

    /** Made anew by every start: where the running program is asked for a backup. */
    public static final String CONTROL = "control";

    /** Where the newest backup is restored to be checked. */
    public static final String SCRATCH = "restore-check";

    /** The store is in the backup as its documents. */
    private static final Set<String> LEFT_OUT = Set.of("db", Restoring.FOLDER, CONTROL, SCRATCH, "lost+found");

    private static final Pattern UNFINISHED = Pattern.compile(".*\\.(new|part|tmp)");

    /** Keys of the installation: feeds, links of conferences, addresses of mail and webhooks are good by these. */
    private static final Set<String> KEYS = Set.of("keys", "jitsi_keys");

    /** Mail that was kept for want of a server, calendars of closed days, and what a damaged store lost. */
    private static final Pattern OPEN = Pattern.compile("mail/.*|calendars/.*|lost-[^/]*\\.txt");

    private BackupScope() {}

    static EntryKind kindOfCollection(String name) {
        return KEYS.contains(name) ? EntryKind.SEALED_COLLECTION : EntryKind.COLLECTION;
    }

    static EntryKind kindOfFile(String path) {
        return OPEN.matcher(path).matches() ? EntryKind.FILE : EntryKind.SEALED_FILE;
    }

    /** The files of the data folder that belong into it; links are not followed. The stream is to be closed. */
    static Stream<Path> files(Path data, Path... besides) throws IOException {
        if (!Files.isDirectory(data)) {
            return Stream.empty();
        }
        return Files.walk(data)
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .filter(file ->
                        !LEFT_OUT.contains(data.relativize(file).getName(0).toString()))
                .filter(file ->
                        !UNFINISHED.matcher(file.getFileName().toString()).matches())
                .filter(file -> Stream.of(besides).noneMatch(file::startsWith));
    }
}
