package org.passerelle.platform.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Folders of mode 0700 and files of mode 0600: what the program keeps is for the user it runs as, whatever the umask. On
 * a file system without POSIX permissions everything is as that file system has it.
 */
public final class OwnerOnlyFiles {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<?> FOLDER = PosixFilePermissions.asFileAttribute(OWNER);
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private OwnerOnlyFiles() {}

    /** Makes {@code folder} and those above it that are missing. One that exists stays as it is. */
    public static void createFolders(Path folder) throws IOException {
        // A link to a folder is as good as one.
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, onPosix(folder, FOLDER));
        }
    }

    /** Makes the folders above {@code file} that are missing. */
    public static void createFoldersOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            createFolders(folder);
        }
    }

    /** Makes {@code file} empty unless it exists. */
    public static void createFile(Path file) throws IOException {
        try {
            Files.createFile(file, newFile(file));
        } catch (FileAlreadyExistsException e) {
            // It was made before, and is tightened at the start.
        }
    }

    /** What to create {@code file} with. */
    public static FileAttribute<?>[] newFile(Path file) {
        return onPosix(file, FILE);
    }

    /** What to create {@code folder} with. */
    public static FileAttribute<?>[] newFolder(Path folder) {
        return onPosix(folder, FOLDER);
    }

    private static FileAttribute<?>[] onPosix(Path path, FileAttribute<?> permissions) {
        return hasPermissions(path) ? new FileAttribute<?>[] {permissions} : new FileAttribute<?>[0];
    }

    private static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /**
     * Takes all rights of others to {@code root}, a file or a folder with everything in it. Links are not followed. What belongs to another
     * user cannot be changed and stays; in a folder that was closed to others they do not reach it.
     *
     * @return how many files and folders others had rights to, and how many of them stay so
     */
    public static Tightened tighten(Path root) throws IOException {
        if (!Files.exists(root) || !hasPermissions(root)) {
            return new Tightened(0, 0);
        }
        Tightening walk = new Tightening();
        Files.walkFileTree(root.toRealPath(), walk);
        return new Tightened(walk.changed, walk.refused);
    }

    /** What became of the files and folders that others had rights to. */
    public record Tightened(int changed, int refused) {}

    private static final class Tightening extends SimpleFileVisitor<Path> {

        private int changed;
        private int refused;

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            tightenOne(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isSymbolicLink()) {
                tightenOne(file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** Of a folder or file that went away meanwhile, or that may not be looked into. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        private void tightenOne(Path path) {
            try {
                Set<PosixFilePermission> today = Files.getPosixFilePermissions(path);
                if (!OWNER.containsAll(today)) {
                    Set<PosixFilePermission> owners = EnumSet.copyOf(OWNER);
                    owners.retainAll(today);
                    Files.setPosixFilePermissions(path, owners);
                    changed++;
                }
            } catch (IOException e) {
                refused++;
            }
        }
    }
}
