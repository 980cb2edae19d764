package org.passerelle.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.passerelle.backup.archive.BackupRefused;
import org.passerelle.platform.files.OwnerOnlyFiles;

/** Writes a file that is there once it is whole and on the disk, and not before. For its owner alone; none is overwritten. */
public final class NewFile {

    private static final String UNFINISHED = ".part";

    private NewFile() {}

    /** What goes into the file. */
    public interface FileContent<T> {

        T writeTo(OutputStream out) throws IOException;
    }

    /** @throws BackupRefused if there is such a file, or it cannot be written */
    public static <T> T write(Path file, FileContent<T> content) {
        Path part = file.resolveSibling(file.getFileName() + UNFINISHED);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new BackupRefused("There is a file " + file + " already, and it is not overwritten.");
        }
        try {
            T result = write(part, file, content);
            syncFolder(file);
            return result;
        } catch (FileAlreadyExistsException e) {
            throw new BackupRefused("There is a file " + e.getFile() + " already, and it is not overwritten.", e);
        } catch (NoSuchFileException e) {
            throw new BackupRefused("The folder of " + file + " is not there.", e);
        } catch (IOException e) {
            throw new BackupRefused("The file " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private static <T> T write(Path part, Path file, FileContent<T> content) throws IOException {
        T result;
        try (FileChannel channel = FileChannel.open(
                part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnlyFiles.newFile(part))) {
            try {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                result = content.writeTo(out);
                out.flush();
                channel.force(true);
                name(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
        }
        return result;
    }

    /** Unlike a move, a second name does not take the place of a file that has come meanwhile. */
    private static void name(Path part, Path file) throws IOException {
        try {
            Files.createLink(file, part);
        } catch (UnsupportedOperationException e) {
            Files.move(part, file);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            Files.move(part, file);
        }
    }

    static void syncFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Some systems open no folders; there the name is as durable as they make it.
        }
    }
}
