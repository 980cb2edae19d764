package org.passerelle.mail.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.Postbox;
import org.passerelle.platform.digest.Digests;
import org.passerelle.platform.files.OwnerOnlyFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps mail in a folder, one file a mail, for want of a server to give it to: the newest, within bounds. A mail kept
 * twice is kept once, since its file is named after its Message-ID.
 */
public final class MailSpool implements Postbox {

    private static final Logger LOG = LoggerFactory.getLogger(MailSpool.class);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final String ENDING = ".eml";
    private static final Set<OpenOption> OVERWRITTEN =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);

    private final Path folder;
    private final Bounds bounds;
    private final Clock clock;

    /** What is kept and how many bytes each has, the oldest first, so that no folder is listed for each mail; null before the first. */
    private @Nullable SequencedSizes sizes;

    /** How much is kept. */
    public record Bounds(int mails, long bytes) {}

    /** Opens the spool in {@code folder}, which is made with the first mail. */
    public MailSpool(Path folder, Bounds bounds, Clock clock) {
        this.folder = folder;
        this.bounds = bounds;
        this.clock = clock;
    }

    /** As a server does on final delivery, the first line says who the envelope named as its sender. */
    @Override
    public synchronized Receipt send(OutgoingMail mail) {
        byte[] envelope = ("Return-Path: <" + mail.sender() + ">\r\n").getBytes(StandardCharsets.US_ASCII);
        try {
            OwnerOnlyFiles.createFolders(folder);
            String id = id(mail.messageId());
            Path file = file(id);
            Path fresh = folder.resolve(file.getFileName() + ".new");
            write(fresh, envelope, mail.bytes());
            Files.setLastModifiedTime(fresh, FileTime.from(clock.instant()));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            prune(id, (long) envelope.length + mail.bytes().length);
            return Receipt.TAKEN;
        } catch (IOException e) {
            LOG.warn("Mail cannot be kept in {}", folder, e);
            return new Receipt(HandoverOutcome.UNREACHABLE, "The mail folder cannot be written");
        }
    }

    private static void write(Path file, byte[]... parts) throws IOException {
        try (FileChannel channel = FileChannel.open(file, OVERWRITTEN, OwnerOnlyFiles.newFile(file))) {
            for (byte[] part : parts) {
                ByteBuffer rest = ByteBuffer.wrap(part);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
            }
            channel.force(true);
        }
    }

    /** The mails, the newest first. */
    public List<SpooledMail> newest(int most) {
        return files().stream()
                .limit(most)
                .flatMap(kept -> kept.read().stream())
                .toList();
    }

    /**
     * Deletes the mails of which {@code those} is true.
     *
     * @return how many
     */
    public synchronized long removeIf(Predicate<SpooledMail> those) {
        long removed = 0;
        for (Kept kept : files()) {
            if (kept.read().filter(those).isPresent()) {
                delete(kept);
                removed++;
            }
        }
        return removed;
    }

    private void delete(Kept kept) {
        try {
            Files.deleteIfExists(kept.file());
            sizes = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<SpooledMail> find(String id) {
        return ID.matcher(id).matches() ? SpooledMail.read(file(id), id) : Optional.empty();
    }

    private Path file(String id) {
        return folder.resolve(id + ENDING);
    }

    /** Also makes the name harmless, whatever the Message-ID holds. */
    private static String id(String messageId) {
        return Digests.shortHex(messageId);
    }

    private record Kept(Path file, String id, FileTime at, long bytes) {

        Optional<SpooledMail> read() {
            return SpooledMail.read(file, id);
        }
    }

    private List<Kept> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.flatMap(file -> kept(file).stream())
                    .sorted(Comparator.comparing(Kept::at).reversed().thenComparing(Kept::id))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Kept> kept(Path file) {
        String id = String.valueOf(file.getFileName()).replace(ENDING, "");
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Kept(file, id, Files.getLastModifiedTime(file), Files.size(file)));
        } catch (NoSuchFileException prunedMeanwhile) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets the oldest beyond the bounds, never the one that was written just now. */
    private void prune(String justWritten, long bytes) throws IOException {
        SequencedSizes kept = known();
        kept.put(justWritten, bytes);
        while (kept.count() > 1 && (kept.count() > bounds.mails() || kept.bytes() > bounds.bytes())) {
            Files.deleteIfExists(file(kept.removeOldest()));
        }
    }

    private SequencedSizes known() {
        SequencedSizes known = sizes;
        if (known == null) {
            known = new SequencedSizes();
            List<Kept> newestFirst = files();
            for (int i = newestFirst.size() - 1; i >= 0; i--) {
                known.put(newestFirst.get(i).id(), newestFirst.get(i).bytes());
            }
            sizes = known;
        }
        return known;
    }

    /** Names in the order in which they were put, with the sum of their sizes. */
    private static final class SequencedSizes {

        private final Map<String, Long> sizes = new LinkedHashMap<>();
        private long bytes;

        void put(String id, long size) {
            Long before = sizes.remove(id);
            sizes.put(id, size);
            bytes += size - (before == null ? 0 : before);
        }

        int count() {
            return sizes.size();
        }

        long bytes() {
            return bytes;
        }

        String removeOldest() {
            String oldest = sizes.keySet().iterator().next();
            Long size = sizes.remove(oldest);
            bytes -= size == null ? 0 : size;
            return oldest;
        }
    }
}
