package org.passerelle.backup.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.digest.Digests;

/**
 * A backup to be read. It is believed once {@link #open} has read all of it: what is in it is what the manifest says, no more and
 * no less, and the manifest is what was written with the passphrase.
 */
public final class BackupFile implements AutoCloseable {

    private static final int MOST_MANIFEST = 64 << 20;

    /** Of larger entries; documents and mails do not shrink to less than that. */
    private static final long SHRINKS_TO = 200;

    private static final long SMALL = 16 << 20;
    private static final int BUFFER = 1 << 16;

    private final ZipFile zip;
    private final BackupManifest manifest;
    private final Optional<BackupSeal> seal;

    private BackupFile(ZipFile zip, BackupManifest manifest, Optional<BackupSeal> seal) {
        this.zip = zip;
        this.manifest = manifest;
        this.seal = seal;
    }

    /**
     * Opens the backup and reads all of it.
     *
     * @param passphrase needed if it is sealed, and then must be that one
     * @param room bytes that it may take when unpacked
     * @throws BackupRefused if it is not believed
     */
    public static BackupFile open(Path file, Optional<String> passphrase, long room) {
        try {
            return opened(new ZipFile(file.toFile(), StandardCharsets.UTF_8), passphrase, room);
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw new BackupRefused("There is no file " + file + ".", e);
        } catch (ZipException e) {
            throw new BackupRefused(
                    Files.isRegularFile(file)
                            ? "The file is no backup, or lacks its end: " + e.getMessage() + "."
                            : "There is no file " + file + ".",
                    e);
        } catch (IOException e) {
            throw new BackupRefused("The backup cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static BackupFile opened(ZipFile zip, Optional<String> passphrase, long room) throws IOException {
        boolean isGood = false;
        try {
            byte[] json = read(zip, BackupWriter.MANIFEST, MOST_MANIFEST)
                    .orElseThrow(() -> new BackupRefused("The file is no backup of Passerelle."));
            BackupManifest manifest = BackupManifest.read(new String(json, StandardCharsets.UTF_8));
            Optional<BackupSeal> seal = seal(manifest, passphrase);
            if (seal.isPresent()) {
                byte[] voucher = read(zip, BackupWriter.VOUCHER, BUFFER).orElse(new byte[0]);
                seal.get().requireVouched(json, voucher);
            }
            BackupFile backup = new BackupFile(zip, manifest, seal);
            backup.requireNothingElse();
            backup.requireRoom(room);
            for (BackupEntry entry : manifest.entries()) {
                backup.verify(entry);
            }
            isGood = true;
            return backup;
        } finally {
            if (!isGood) {
                zip.close();
            }
        }
    }

    private static Optional<BackupSeal> seal(BackupManifest manifest, Optional<String> passphrase) {
        if (manifest.seal().isEmpty() && passphrase.isPresent()) {
            throw new BackupRefused(
                    "The backup is not sealed, so the passphrase proves nothing of it; restore it without"
                            + " PASSERELLE_BACKUP_PASSPHRASE if you know where it comes from.");
        }
        return manifest.seal()
                .map(parameters -> BackupSeal.of(
                        passphrase.orElseThrow(
                                () -> new BackupRefused(
                                        "The backup is sealed: set PASSERELLE_BACKUP_PASSPHRASE to the passphrase that it was made with.")),
                        parameters));
    }

    private static Optional<byte[]> read(ZipFile zip, String name, int most) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new BackupRefused("The backup is larger than it says: " + name + ".");
            }
            return Optional.of(content);
        }
    }

    private void requireNothingElse() {
        Set<String> listed = new HashSet<>(Set.of(BackupWriter.MANIFEST));
        if (seal.isPresent()) {
            listed.add(BackupWriter.VOUCHER);
        }
        for (BackupEntry entry : manifest.entries()) {
            if (!entry.isWellNamed()) {
                throw new BackupRefused("The backup has an entry whose name leads elsewhere: " + entry.name() + ".");
            }
            if (!listed.add(entry.name())) {
                throw new BackupRefused("The backup lists an entry twice: " + entry.name() + ".");
            }
            if (entry.kind().isSealed() && seal.isEmpty()) {
                throw new BackupRefused("The backup has a sealed entry and does not say how: " + entry.name() + ".");
            }
        }
        Set<String> there = new HashSet<>();
        zip.stream().map(ZipEntry::getName).forEach(name -> {
            if (!listed.contains(name) || !there.add(name)) {
                throw new BackupRefused("The backup has an entry that is not in its list: " + name + ".");
            }
        });
        listed.stream().filter(name -> !there.contains(name)).findFirst().ifPresent(name -> {
            throw new BackupRefused("The backup lacks what is in its list: " + name + ".");
        });
    }

    private void requireRoom(long room) {
        long needed = 0;
        for (BackupEntry entry : manifest.entries()) {
            long packed = zip.getEntry(entry.name()).getCompressedSize();
            boolean isBomb = entry.bytes() > SMALL && packed < entry.bytes() / SHRINKS_TO;
            if (entry.bytes() < 0
                    || isBomb
                    || (entry.kind().isSealed() && entry.bytes() > 2L * BackupWriter.MOST_SEALED)) {
                throw new BackupRefused("The backup would unpack to more than a backup can: " + entry.name() + ".");
            }
            needed += Math.min(entry.bytes(), Long.MAX_VALUE - needed);
        }
        if (needed > room) {
            throw new BackupRefused("The backup takes " + (needed >> 20) + " MB when unpacked, and there is room for "
                    + (room >> 20) + ".");
        }
    }

    private void verify(BackupEntry entry) throws IOException {
        MessageDigest digest = Digests.sha256();
        long count = 0;
        try (InputStream in = raw(entry)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0 && count <= entry.bytes(); read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                count += read;
            }
        }
        if (count != entry.bytes() || !HexFormat.of().formatHex(digest.digest()).equals(entry.digest())) {
            throw new BackupRefused("The backup is damaged: " + entry.name() + " is not what was written.");
        }
    }

    private InputStream raw(BackupEntry entry) throws IOException {
        @Nullable ZipEntry stored = zip.getEntry(entry.name());
        if (stored == null) {
            throw new BackupRefused("The backup lacks what is in its list: " + entry.name() + ".");
        }
        return new BufferedInputStream(zip.getInputStream(stored), BUFFER);
    }

    public BackupManifest manifest() {
        return manifest;
    }

    public List<BackupEntry> entries() {
        return manifest.entries();
    }

    /** What is in an entry, unsealed. */
    public InputStream read(BackupEntry entry) throws IOException {
        if (!entry.kind().isSealed()) {
            return raw(entry);
        }
        try (InputStream in = raw(entry)) {
            return new ByteArrayInputStream(seal.orElseThrow().open(entry.name(), in.readAllBytes()));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
