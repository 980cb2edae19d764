package org.passerelle.backup.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bson.Document;
import org.passerelle.platform.digest.Digests;

/** Writes a backup to a stream, from which nothing is read back: what is in it is told at its end, and without an end it is none. */
public final class BackupWriter implements AutoCloseable {

    static final String MANIFEST = "manifest.json";
    static final String VOUCHER = "manifest.hmac";

    /** What is sealed is sealed in memory. */
    static final int MOST_SEALED = 64 << 20;

    private final ZipOutputStream zip;
    private final Optional<BackupSeal> seal;
    private final List<BackupEntry> entries = new ArrayList<>();

    /** Takes what goes into an entry. */
    public interface EntryContent {

        /** @return how many documents it has written */
        long writeTo(OutputStream out) throws IOException;
    }

    private BackupWriter(OutputStream out, Optional<BackupSeal> seal) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.seal = seal;
        // Those who book meanwhile need the processor more than the disk needs the room.
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** @param passphrase without it nothing can be sealed */
    public static BackupWriter to(OutputStream out, Optional<String> passphrase) {
        return to(out, passphrase, SealParameters.ITERATIONS);
    }

    /** As {@link #to(OutputStream, Optional)}, for tests that cannot wait for a slow key. */
    static BackupWriter to(OutputStream out, Optional<String> passphrase, int iterations) {
        return new BackupWriter(out, passphrase.map(text -> BackupSeal.fresh(text, iterations)));
    }

    public boolean seals() {
        return seal.isPresent();
    }

    public void collection(EntryKind kind, String name, List<Document> indexes, EntryContent content)
            throws IOException {
        write(kind, BackupEntry.ofCollection(kind, name), indexes, content);
    }

    /** @return whether its path is one that a backup takes */
    public boolean file(EntryKind kind, String path, EntryContent content) throws IOException {
        Optional<String> name = BackupEntry.ofFile(kind, path);
        if (name.isPresent()) {
            write(kind, name.get(), List.of(), content);
        }
        return name.isPresent();
    }

    private void write(EntryKind kind, String name, List<Document> indexes, EntryContent content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        MessageDigest digest = Digests.sha256();
        Counted counted = new Counted(new DigestOutputStream(zip, digest));
        long count = kind.isSealed() ? writeSealed(name, content, counted) : content.writeTo(counted);
        counted.flush();
        zip.closeEntry();
        entries.add(new BackupEntry(name, count, counted.bytes, HexFormat.of().formatHex(digest.digest()), indexes));
    }

    private long writeSealed(String name, EntryContent content, OutputStream out) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        long count = content.writeTo(plain);
        if (plain.size() > MOST_SEALED) {
            throw new BackupRefused(
                    "More than " + (MOST_SEALED >> 20) + " MB would have to be sealed at once: " + name + ".");
        }
        byte[] sealed = seal.orElseThrow(() -> new IllegalStateException("Nothing is sealed without a passphrase"))
                .seal(name, plain.toByteArray());
        new ByteArrayInputStream(sealed).transferTo(out);
        return count;
    }

    /** A file as it is now; should it be growing, up to what is there. */
    public static EntryContent of(InputStream content) {
        return out -> {
            content.transferTo(out);
            return 1;
        };
    }

    /** Says what is in it, after which it is whole. */
    public BackupManifest finish(String program, Instant moment, String store, List<String> leftOut)
            throws IOException {
        BackupManifest manifest =
                new BackupManifest(program, moment, store, seal.map(BackupSeal::parameters), leftOut, entries);
        byte[] json = manifest.toJson().getBytes(StandardCharsets.UTF_8);
        put(MANIFEST, json);
        if (seal.isPresent()) {
            put(VOUCHER, seal.get().vouchFor(json));
        }
        zip.finish();
        zip.flush();
        return manifest;
    }

    private void put(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** Of a backup without its end nothing is left open, and nothing can be restored. */
    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Counted extends java.io.FilterOutputStream {

        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int count) throws IOException {
            out.write(some, from, count);
            bytes += count;
        }
    }
}
