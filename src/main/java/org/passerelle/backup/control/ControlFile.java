package org.passerelle.backup.control;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.passerelle.backup.BackupScope;
import org.passerelle.backup.archive.BackupRefused;
import org.passerelle.platform.files.OwnerOnlyFiles;

/**
 * Where the running program is asked, and the secret that whoever asks must know: two lines in a file of the data folder that its
 * owner alone may read.
 */
record ControlFile(URI address, String secret) {

    static final String NAME = BackupScope.CONTROL;

    private static final String FRESH = NAME + ".new";

    /** In the place of what a former run has left. */
    void write(Path data) throws IOException {
        OwnerOnlyFiles.createFolders(data);
        Path fresh = data.resolve(FRESH);
        Files.deleteIfExists(fresh);
        try (var channel = Files.newByteChannel(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                OwnerOnlyFiles.newFile(fresh))) {
            channel.write(StandardCharsets.US_ASCII.encode(address + "\n" + secret + "\n"));
        }
        Files.move(fresh, data.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * As the program wrote it.
     *
     * @throws BackupRefused if it is not there, or may not be the program's
     */
    static ControlFile read(Path data) {
        Path file = data.resolve(NAME);
        try {
            requireOwn(file);
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            URI address = URI.create(lines.get(0));
            if (lines.size() < 2 || !"127.0.0.1".equals(address.getHost()) || !"http".equals(address.getScheme())) {
                throw new BackupRefused("The file " + file + " does not say where the program is asked.");
            }
            return new ControlFile(address, lines.get(1));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BackupRefused(
                    "The program cannot be asked, for " + file
                            + " cannot be read: it does not run, or as another user than this command.",
                    e);
        }
    }

    private static void requireOwn(Path file) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw new BackupRefused("The file " + file + " is a link, or no file, and is not believed.");
        }
        Set<String> views = file.getFileSystem().supportedFileAttributeViews();
        if (views.contains("unix")
                && !Integer.valueOf(1).equals(Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS))) {
            throw new BackupRefused("The file " + file + " has a second name, and is not believed.");
        }
        if (!views.contains("posix")) {
            return;
        }
        if (!Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(ownUser())) {
            throw new BackupRefused("The file " + file
                    + " belongs to another user than this command's; run it as the user of the program.");
        }
        String permissions =
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
        if (!permissions.endsWith("------")) {
            throw new BackupRefused("The file " + file + " is open to others, and is not believed.");
        }
    }

    /** As whom this process makes files: the name of the user is not known everywhere. */
    private static Object ownUser() throws IOException {
        Path own = Files.createTempFile("passerelle", "user");
        try {
            return Files.getOwner(own);
        } finally {
            Files.delete(own);
        }
    }
}
