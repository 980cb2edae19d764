package org.passerelle.platform.mongo.log;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.log.LogDamaged.DamageKind;
import org.passerelle.platform.mongo.log.disk.LogFile;
import org.passerelle.platform.mongo.log.disk.LogFolder;

/**
 * Reads a log from its oldest segment to its end, and makes sure that this is the end. A last record that is torn was never
 * acknowledged, and is cut off. Any other that is missing or damaged is a {@link LogDamaged}.
 */
public final class Recovery {

    private final LogFolder folder;
    private final DocumentTable table;
    private final Mark mark;
    private final boolean marksWhole;

    private long sequence;
    private long chain;
    private int newestMarkNamed;
    private final LogContents contents = new LogContents();

    /** The newest file, if it has no header; null else. */
    private @Nullable String unfinished;

    private long acknowledgedInUnfinished;
    private long lastTime;

    private Recovery(LogFolder folder, DocumentTable table, Mark mark, boolean marksWhole) {
        this.folder = folder;
        this.table = table;
        this.mark = mark;
        this.marksWhole = marksWhole;
        this.lastTime = -1;
    }

    /** Opens the log in {@code folder}, and makes one where there is none. */
    static Recovered read(LogFolder folder, MarkFile marks, DocumentTable table, long now) throws IOException {
        MarkFile.Found found = marks.read();
        List<Long> numbers = segments(folder);
        Mark newest = found.newest();
        if (newest == null) {
            if (!neverUsed(folder, numbers)) {
                throw new LogDamaged(DamageKind.MISSING, folder.describe(MarkFile.NAME), null);
            }
            return begin(folder, marks, now);
        }
        Recovered log = new Recovery(folder, table, newest, found.whole()).read(numbers);
        // For the same reason as the end of the log.
        marks.write(newest);
        return log;
    }

    private static List<Long> segments(LogFolder folder) throws IOException {
        return folder.names().stream()
                .map(Segment::number)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    /** Whether nothing was ever written: at the very first start the first segment is made before the first mark. */
    private static boolean neverUsed(LogFolder folder, List<Long> numbers) throws IOException {
        if (numbers.isEmpty()) {
            return true;
        }
        if (!numbers.equals(List.of(1L))) {
            return false;
        }
        try (LogFile only = folder.open(Segment.name(1))) {
            return only.size() <= SegmentHeader.LENGTH;
        }
    }

    private static Recovered begin(LogFolder folder, MarkFile marks, long now) throws IOException {
        SegmentHeader header = new SegmentHeader(UUID.randomUUID(), 1, 1, 0, Chain.START);
        Segment first = Segment.create(folder, header);
        marks.write(new Mark(header.store(), 1, 1, 1, first.end(), 0, Chain.START, now));
        folder.sync();
        return new Recovered(header.store(), List.of(first), 0, Chain.START, 1, now, new LogContents());
    }

    private Recovered read(List<Long> numbers) throws IOException {
        List<Segment> segments = new ArrayList<>();
        boolean read = false;
        try {
            open(numbers, segments);
            for (int i = 0; i < segments.size(); i++) {
                read(segments.get(i), i + 1 < segments.size() ? segments.get(i + 1) : null);
            }
            if (newestMarkNamed > mark.number() + (marksWhole ? 0 : 1)) {
                throw damaged(DamageKind.FOREIGN, MarkFile.NAME);
            }
            if (unfinished != null) {
                folder.delete(unfinished);
            }
            // The program before this one may have been killed before it did that.
            folder.sync();
            read = true;
        } finally {
            if (!read) {
                for (Segment segment : segments) {
                    segment.file().close();
                }
            }
        }
        return new Recovered(mark.store(), segments, sequence, chain, mark.number(), lastTime, contents);
    }

    /** All from the oldest that is needed on, each with a header that was found good. */
    private void open(List<Long> numbers, List<Segment> segments) throws IOException {
        long last = numbers.isEmpty() ? 0 : Math.max(numbers.get(numbers.size() - 1), mark.segment());
        for (long number = mark.oldest(); number <= Math.max(last, mark.segment()); number++) {
            if (!numbers.contains(number)) {
                throw damaged(DamageKind.MISSING, Segment.name(number));
            }
            LogFile file = folder.open(Segment.name(number));
            SegmentHeader header = header(file);
            if (header == null || isLeftover(header, number)) {
                try (file) {
                    acknowledgedInUnfinished = acknowledgedBehind(file, SegmentHeader.LENGTH - 1, file.size());
                }
                if (number == last && number > mark.segment() && !segments.isEmpty()) {
                    // As a rule power was lost while it was being made, and nothing was written to it.
                    unfinished = Segment.name(number);
                    return;
                }
                throw damaged(DamageKind.UNREADABLE, Segment.name(number));
            }
            segments.add(new Segment(header, file, file.size()));
            if (!header.store().equals(mark.store()) || header.number() != number) {
                throw damaged(DamageKind.FOREIGN, Segment.name(number));
            }
        }
    }

    /**
     * Whether this is the header of an older segment, in a newer file that no mark names yet: a disk may show what its sectors held
     * before they were given to this file, until they are written.
     */
    private boolean isLeftover(SegmentHeader header, long number) {
        return number > mark.segment()
                && header.number() < number
                && header.store().equals(mark.store());
    }

    /** Null if it has none. */
    public static @Nullable SegmentHeader header(LogFile file) throws IOException {
        if (file.size() < SegmentHeader.LENGTH) {
            return null;
        }
        byte[] bytes = new byte[SegmentHeader.LENGTH];
        file.read(0, bytes, 0, bytes.length);
        return SegmentHeader.read(bytes);
    }

    private void read(Segment segment, @Nullable Segment next) throws IOException {
        SegmentHeader header = segment.header();
        String name = Segment.name(segment.number());
        if (segment.number() == mark.oldest()) {
            sequence = header.first() - 1;
            chain = header.previousChain();
        } else if (header.first() != sequence + 1 || header.previousChain() != chain) {
            throw damaged(DamageKind.FOREIGN, name);
        }
        compareWithMark(name);
        long limit = next == null ? segment.file().size() : next.header().previousEnd();
        if (segment.file().size() < limit) {
            throw damaged(DamageKind.CUT_SHORT, name);
        }
        SegmentScan scan = new SegmentScan(segment.file(), SegmentHeader.LENGTH, limit);
        long start = scan.position();
        for (RecordHead head = scan.next(); head != null && head.sequence() == sequence + 1; head = scan.next()) {
            apply(head, segment, start);
            compareWithMark(name);
            start = scan.position();
        }
        segment.end(start);
        if (start < limit && next != null) {
            throw damaged(DamageKind.UNREADABLE, name);
        }
        if (next == null) {
            end(segment, start, limit);
        }
    }

    /** When the mark was made these were the last records; another copy of the store has gone on otherwise. */
    private void compareWithMark(String name) {
        if (sequence == mark.sequence() && chain != mark.chain()) {
            throw damaged(DamageKind.FOREIGN, name);
        }
    }

    private void apply(RecordHead head, Segment segment, long start) {
        sequence = head.sequence();
        chain = Chain.after(chain, head);
        newestMarkNamed = Math.max(newestMarkNamed, head.mark());
        lastTime = head.time();
        contents.add(head);
        switch (head.kind()) {
            case PUT, COPY -> {
                StoredImage image = table.put(head.collection(), head.id());
                image.moveTo(ImagePosition.of(segment, start, head));
            }
            case REMOVE -> {
                StoredImage image = table.remove(head.collection(), head.id());
                if (image != null) {
                    image.moveTo(null);
                }
            }
            case DROP -> table.drop(head.collection()).forEach(image -> image.moveTo(null));
            case PROBE, CONTENTS -> {}
        }
    }

    /** The last segment holds records up to {@code end}; what lies between there and {@code size} is none. */
    private void end(Segment segment, long end, long size) throws IOException {
        if (sequence < acknowledgedInUnfinished && unfinished != null) {
            throw damaged(DamageKind.UNREADABLE, unfinished);
        }
        long acknowledged = Math.max(mark.sequence(), acknowledgedBehind(segment.file(), end, size));
        if (sequence < acknowledged) {
            throw damaged(end < size ? DamageKind.UNREADABLE : DamageKind.CUT_SHORT, Segment.name(segment.number()));
        }
        if (end < size) {
            segment.file().truncate(end);
        }
        writeOnceMore(segment, segment.number() == mark.segment() ? mark.end() : 0, end);
    }

    /**
     * What was read may stand in the memory of the machine alone, where the program before this one left it; and if a sync
     * of that one failed, the machine may hold it for written.
     */
    private static void writeOnceMore(Segment segment, long from, long end) throws IOException {
        byte[] part = new byte[(int) (end - from)];
        segment.file().read(from, part, 0, part.length);
        segment.file().write(from, part, 0, part.length);
        segment.file().sync();
    }

    /** Records behind a damaged one tell what had been acknowledged when they were written. */
    private static long acknowledgedBehind(LogFile file, long end, long size) throws IOException {
        long acknowledged = 0;
        SegmentScan scan = new SegmentScan(file, end, size);
        for (RecordHead head = scan.nextBeyondDamage(); head != null; head = scan.nextBeyondDamage()) {
            for (RecordHead each = head; each != null; each = scan.next()) {
                acknowledged = Math.max(acknowledged, each.durable());
            }
        }
        return acknowledged;
    }

    private LogDamaged damaged(DamageKind kind, String name) {
        return new LogDamaged(kind, folder.describe(name), lastTime < 0 ? null : Instant.ofEpochMilli(lastTime));
    }
}
