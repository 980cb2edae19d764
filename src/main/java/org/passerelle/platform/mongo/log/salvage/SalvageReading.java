package org.passerelle.platform.mongo.log.salvage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.log.LogContents;
import org.passerelle.platform.mongo.log.Mark;
import org.passerelle.platform.mongo.log.MarkFile;
import org.passerelle.platform.mongo.log.RecordHead;
import org.passerelle.platform.mongo.log.Recovery;
import org.passerelle.platform.mongo.log.Segment;
import org.passerelle.platform.mongo.log.SegmentHeader;
import org.passerelle.platform.mongo.log.SegmentScan;
import org.passerelle.platform.mongo.log.disk.LogFile;
import org.passerelle.platform.mongo.log.disk.LogFolder;

/** Reads all records of a damaged log that can be read, wherever they stand. Changes nothing. */
final class SalvageReading implements Closeable {

    private final LogFolder folder;
    private final @Nullable Mark mark;

    /** By the number of the segment. */
    private final TreeMap<Long, LogFile> files = new TreeMap<>();

    private final Map<Long, SegmentHeader> headers = new HashMap<>();
    private final Map<Key, SalvagedDocument> documents = new LinkedHashMap<>();
    private final Map<String, Long> drops = new HashMap<>();
    private final SequenceRuns found = new SequenceRuns();
    private final TreeSet<String> damaged = new TreeSet<>();
    private final List<RecordHead> listed = new ArrayList<>();
    private int newestMark;

    private record Key(String collection, ByteBuffer id) {}

    SalvageReading(LogFolder folder, MarkFile.Found marks) throws IOException {
        this.folder = folder;
        this.mark = marks.newest();
        if (!marks.whole()) {
            damaged.add(folder.describe(MarkFile.NAME));
        }
        for (String name : folder.names()) {
            Long number = Segment.number(name);
            if (number != null) {
                files.put(number, new ReadableParts(folder.open(name)));
            }
        }
        readHeaders();
        for (Long number : needed()) {
            read(number);
        }
        for (RecordHead head : listed) {
            if (!found.has(head.sequence())) {
                take(head, null, 0);
            }
        }
    }

    private void readHeaders() throws IOException {
        for (Map.Entry<Long, LogFile> each : files.entrySet()) {
            SegmentHeader header = Recovery.header(each.getValue());
            if (header == null || header.number() != each.getKey()) {
                damaged.add(path(each.getKey()));
            } else {
                headers.put(each.getKey(), header);
            }
        }
        UUID store = store();
        headers.forEach((number, header) -> {
            if (!header.store().equals(store)) {
                damaged.add(path(number));
                files.remove(number);
            }
        });
        headers.values().removeIf(header -> !header.store().equals(store));
    }

    /** Of the mark, or else of most segments. */
    private @Nullable UUID store() {
        if (mark != null) {
            return mark.store();
        }
        return headers.values().stream()
                .map(SegmentHeader::store)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** From the oldest that is needed on, and those right before it, which may hold what is damaged in a later one. */
    private Collection<Long> needed() {
        if (mark == null) {
            return files.keySet();
        }
        long first = mark.oldest();
        for (long number = first; number <= mark.segment(); number++) {
            if (!files.containsKey(number)) {
                damaged.add(path(number));
            }
        }
        while (files.containsKey(first - 1)) {
            first--;
        }
        return files.tailMap(first).keySet();
    }

    private void read(long number) throws IOException {
        LogFile file = Objects.requireNonNull(files.get(number));
        SegmentHeader next = headers.get(number + 1);
        long limit = next == null ? file.size() : Math.min(file.size(), next.previousEnd());
        if (next != null && file.size() < next.previousEnd()) {
            damaged.add(path(number));
        }
        SegmentScan scan = new SegmentScan(file, Math.min(SegmentHeader.LENGTH, limit), limit);
        while (!scan.atEnd()) {
            RecordHead head = scan.nextHead();
            if (head == null) {
                damaged.add(path(number));
                head = scan.nextBeyondDamage();
            }
            if (head == null) {
                return;
            }
            if (!scan.imageGood()) {
                damaged.add(path(number));
            }
            take(head, scan.imageGood() ? file : null, scan.position() - head.imageLength());
        }
    }

    private void take(RecordHead head, @Nullable LogFile file, long imageAt) throws IOException {
        found.add(head);
        newestMark = Math.max(newestMark, head.mark());
        switch (head.kind()) {
            case PUT, COPY, REMOVE -> {
                SalvagedDocument document = documents.computeIfAbsent(
                        new Key(head.collection(), ByteBuffer.wrap(head.id())), any -> new SalvagedDocument(head));
                document.know(head);
                if (head.kind().hasImage() && file != null) {
                    document.read(head, file, imageAt);
                }
            }
            case DROP -> drops.merge(head.collection(), head.sequence(), Math::max);
            case CONTENTS -> list(head, file, imageAt);
            case PROBE -> {}
        }
    }

    private void list(RecordHead head, @Nullable LogFile file, long imageAt) throws IOException {
        if (file != null) {
            byte[] list = new byte[head.imageLength()];
            file.read(imageAt, list, 0, list.length);
            listed.addAll(LogContents.read(list));
        }
    }

    /** Those that have not ended, as far as is known. */
    List<SalvagedDocument> documents() {
        return documents.values().stream()
                .filter(each -> !each.hasEnded() && each.sequence() > drops.getOrDefault(each.collection(), 0L))
                .toList();
    }

    List<SalvageReport.Missing> missing() {
        SegmentHeader oldest =
                mark == null ? headers.get(files.isEmpty() ? 0 : files.firstKey()) : headers.get(mark.oldest());
        return found.gaps(
                oldest == null ? 0 : oldest.first(),
                mark == null ? 0 : mark.sequence(),
                mark == null ? null : Instant.ofEpochMilli(mark.time()));
    }

    List<String> damagedFiles() {
        return new ArrayList<>(damaged);
    }

    /** The number of the last record there was. */
    long lastSequence() {
        return Math.max(found.last(), mark == null ? 0 : mark.sequence());
    }

    /** The number of the newest mark there was. */
    int lastMark() {
        return Math.max(newestMark, mark == null ? 0 : mark.number());
    }

    /** The highest number that a segment has had, of whatever store. */
    long lastNumber() throws IOException {
        long named = folder.names().stream()
                .map(Segment::number)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return Math.max(named, mark == null ? 0 : mark.segment());
    }

    private String path(long number) {
        return folder.describe(Segment.name(number));
    }

    @Override
    public void close() throws IOException {
        for (LogFile file : files.values()) {
            file.close();
        }
    }
}
