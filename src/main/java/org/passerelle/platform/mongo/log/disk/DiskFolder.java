package org.passerelle.platform.mongo.log.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.platform.files.OwnerOnlyFiles;

/** A folder of the file system of this machine, for nobody but the user that the program runs as. */
public final class DiskFolder implements LogFolder {

    private final Path folder;

    /** Makes {@code folder} unless it exists. */
    public DiskFolder(Path folder) throws IOException {
        OwnerOnlyFiles.createFolders(folder);
        this.folder = folder;
    }

    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Override
    public LogFile open(String name) throws IOException {
        Path file = folder.resolve(name);
        OwnerOnlyFiles.createFile(file);
        return new DiskFile(file);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    /** By another name of the same file where that is possible: there may be no room for a copy. */
    @Override
    public void preserve(String name, String beside) throws IOException {
        Path other = folder.resolveSibling(beside);
        OwnerOnlyFiles.createFolders(other);
        Path kept = other.resolve(name);
        Files.deleteIfExists(kept);
        try {
            if (name.equals(MARKS)) {
                copy(folder.resolve(name), kept);
            } else {
                Files.createLink(kept, folder.resolve(name));
            }
        } catch (UnsupportedOperationException | FileSystemException e) {
            copy(folder.resolve(name), kept);
        }
        sync(other);
        Path above = other.toAbsolutePath().getParent();
        if (above != null) {
            sync(above);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel copied = FileChannel.open(to, StandardOpenOption.WRITE)) {
            copied.force(true);
        }
    }

    @Override
    public void sync() throws IOException {
        sync(folder);
    }

    /** As Lucene and others do it: where a folder cannot be opened, as on Windows, its entries are durable by themselves. */
    private static void sync(Path folder) throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return;
        }
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    @Override
    public long usableBytes() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    @Override
    public String describeBeside(String beside) {
        return folder.resolveSibling(beside).toAbsolutePath().normalize().toString();
    }

    @Override
    public String describe(String name) {
        return folder.resolve(name).toAbsolutePath().normalize().toString();
    }
}
