package org.passerelle.booking.mongo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.passerelle.booking.BookingId;

/** Digests as bytes, one after the other. */
final class DigestBytes {

    /** Of the largest that are possible a batch still fits the embedded server's message of 48 MB. */
    private static final int MANY = 1 << 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    boolean areMany() {
        return out.size() >= MANY;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    void write(FamilyDigest digest) {
        try {
            out.writeUTF(digest.root());
            out.writeLong(digest.version());
            write(digest.rooms());
            write(digest.quotas());
            write(digest.organisers());
            out.writeBoolean(digest.isHeld());
            write(digest.missing().stream().map(BookingId::value).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(PackedStretches stretches) throws IOException {
        int[] ints = stretches.toInts();
        out.writeInt(ints.length);
        for (int each : ints) {
            out.writeInt(each);
        }
    }

    private void write(Collection<String> words) throws IOException {
        out.writeInt(words.size());
        for (String word : new TreeSet<>(words)) {
            out.writeUTF(word);
        }
    }

    /** All that were written. */
    static List<FamilyDigest> read(byte[] bytes) {
        List<FamilyDigest> digests = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            while (in.available() > 0) {
                digests.add(digest(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digests;
    }

    private static FamilyDigest digest(DataInputStream in) throws IOException {
        return new FamilyDigest(
                in.readUTF(),
                in.readLong(),
                stretches(in),
                stretches(in),
                words(in),
                in.readBoolean(),
                words(in).stream().map(BookingId::new).collect(Collectors.toUnmodifiableSet()));
    }

    private static PackedStretches stretches(DataInputStream in) throws IOException {
        int[] ints = new int[in.readInt()];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = in.readInt();
        }
        return PackedStretches.ofInts(ints);
    }

    /** Many are the same, so each is kept once. */
    private static Set<String> words(DataInputStream in) throws IOException {
        Set<String> words = new TreeSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            words.add(in.readUTF().intern());
        }
        return Set.copyOf(words);
    }
}
