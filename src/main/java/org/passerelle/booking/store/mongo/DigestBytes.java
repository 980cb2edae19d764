package org.passerelle.booking.store.mongo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Holding.Holder;

/** Digests as bytes, one after the other. */
final class DigestBytes {

    /** A digest takes 700 KB at most, so a batch of chunks that end with such a one fits a message of 48 MB. */
    private static final int MANY = 1 << 16;

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
            write(digest.organisersOfVoid());
            write(digest.holder().map(DigestBytes::words).orElse(List.of()));
            out.writeBoolean(digest.isUndecided());
            write(digest.missing().stream().map(BookingId::value).toList());
            out.writeInt(digest.invited().size());
            for (int mark : digest.invited()) {
                out.writeInt(mark);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(Holder holder) {
        return Stream.concat(Stream.of(holder.organiser()), holder.organisation().stream())
                .toList();
    }

    private static Optional<Holder> holder(List<String> words) {
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Holder(words.get(0), words.stream().skip(1).findFirst()));
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
        for (String word : words) {
            out.writeUTF(word);
        }
    }

    /** Tells all that were written. */
    static void read(byte[] bytes, Consumer<FamilyDigest> each) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            while (in.available() > 0) {
                each.accept(digest(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FamilyDigest digest(DataInputStream in) throws IOException {
        return new FamilyDigest(
                in.readUTF(),
                in.readLong(),
                stretches(in),
                stretches(in),
                Set.copyOf(words(in)),
                Set.copyOf(words(in)),
                holder(words(in)),
                in.readBoolean(),
                words(in).stream().map(BookingId::new).collect(Collectors.toUnmodifiableSet()),
                marks(in));
    }

    private static Set<Integer> marks(DataInputStream in) throws IOException {
        Integer[] marks = new Integer[in.readInt()];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = in.readInt();
        }
        return Set.of(marks);
    }

    private static PackedStretches stretches(DataInputStream in) throws IOException {
        int[] ints = new int[in.readInt()];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = in.readInt();
        }
        return PackedStretches.ofInts(ints);
    }

    /** Many are the same, so each is kept once. */
    private static List<String> words(DataInputStream in) throws IOException {
        String[] words = new String[in.readInt()];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.readUTF().intern();
        }
        return List.of(words);
    }
}
