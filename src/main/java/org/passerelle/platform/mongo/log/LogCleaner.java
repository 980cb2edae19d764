package org.passerelle.platform.mongo.log;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.log.disk.LogFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets old segments go when too little of the log is live: writes what is live in the oldest one once more at the end, a
 * little at a time beside the writers. Confined to one thread.
 */
final class LogCleaner {

    private static final Logger LOG = LoggerFactory.getLogger(LogCleaner.class);

    /** Readers that still know an image in a segment that has gone find its file open for so long. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final int BYTES_A_ROUND = 256 << 10;

    private final DocumentLog log;
    private final DocumentTable table;
    private final LogSettings settings;
    private final Clock clock;
    private final Deque<Gone> gone = new ArrayDeque<>();

    private @Nullable SegmentScan scan;

    /** The segment that could not be cleaned: it stays, and so do those after it; 0 if there is none. */
    private long stuck;

    /** Segments up to this one are cleaned, however little of them is not live. */
    private volatile long wanted;

    /** The segment that still held something live after it had been looked through; 0 if there is none. */
    private long lookedAtTwice;

    /**
     * A segment that is no longer needed.
     *
     * @param file null once nobody can be reading it
     */
    private record Gone(long number, @Nullable LogFile file, Instant at) {}

    LogCleaner(DocumentLog log, DocumentTable table, LogSettings settings, Clock clock) {
        this.log = log;
        this.table = table;
        this.settings = settings;
        this.clock = clock;
        takeUpWhatHasGoneBefore();
    }

    /** Since when they are not needed is not known, so they stay as if it were since now. */
    private void takeUpWhatHasGoneBefore() {
        try {
            long oldest = log.segments().get(0).number();
            log.folder().names().stream()
                    .map(Segment::number)
                    .filter(Objects::nonNull)
                    .filter(number -> number < oldest)
                    .sorted()
                    .forEach(number -> gone.add(new Gone(number, null, clock.instant())));
        } catch (IOException e) {
            LOG.warn("Old parts of the store cannot be listed, and stay: {}", e.getMessage());
        }
    }

    /**
     * Has everything that the log holds now and is not live go with the segments that it stands in; what is live is written once
     * more. In the rounds that follow.
     */
    void cleanAll() {
        wanted = log.beginSegment();
    }

    /** Whether nothing of what {@link #cleanAll} found is needed any more: its files go within minutes, also after another start. */
    boolean isClean() {
        return log.segments().get(0).number() > wanted;
    }

    /** @return whether there is more to do at once */
    boolean round() {
        deleteWhatHasGone();
        List<Segment> segments = log.segments();
        Segment oldest = segments.get(0);
        if (segments.size() < 2
                || oldest.number() == stuck
                || (scan == null && oldest.number() > wanted && !isLoose(segments))) {
            return false;
        }
        try {
            clean(oldest, segments.get(1).header().previousEnd());
            return true;
        } catch (IOException e) {
            scan = null;
            LOG.error("An old part of the store cannot be tidied up, and stays: {}", e.getMessage());
            return false;
        }
    }

    /** Whether more than is to be is not live. */
    private boolean isLoose(List<Segment> segments) {
        long live = segments.stream().mapToLong(Segment::live).sum();
        long loose = segments.stream().mapToLong(Segment::end).sum() - live;
        return loose > Math.max(settings.looseBytes(), (long) (live * settings.looseFactor()));
    }

    private void clean(Segment oldest, long end) throws IOException {
        SegmentScan at = scan == null ? new SegmentScan(oldest.file(), SegmentHeader.LENGTH, end) : scan;
        // If the log takes nothing now, all is looked at once more.
        scan = null;
        log.awaitDurable(copySome(at, oldest));
        scan = at;
        if (at.atEnd()) {
            scan = null;
            if (!log.dropOldest()) {
                lookOnceMore(oldest);
                return;
            }
            gone.add(new Gone(oldest.number(), oldest.file(), clock.instant()));
        }
    }

    /** Something in it is live that the table did not give: it had just been written, or else it must not be lost. */
    private void lookOnceMore(Segment segment) throws IOException {
        if (lookedAtTwice == segment.number()) {
            stuck = segment.number();
            throw new IOException("Live, and not found: " + log.folder().describe(Segment.name(segment.number())));
        }
        lookedAtTwice = segment.number();
    }

    /** @return the newest record that must be durable before {@code segment} can go */
    private long copySome(SegmentScan of, Segment segment) throws IOException {
        long until = of.position() + BYTES_A_ROUND;
        while (of.position() < until && !of.atEnd()) {
            RecordHead head = of.next();
            if (head == null) {
                stuck = segment.number();
                throw new IOException("Damaged: " + log.damagedAt(segment, of.position()));
            }
            StoredImage image = head.kind().hasImage() ? table.find(head.collection(), head.id()) : null;
            if (image != null) {
                log.copy(head.collection(), head.id(), image, segment);
            }
        }
        return log.newest();
    }

    /** Not while somebody reads the log as it was at a moment. */
    private void deleteWhatHasGone() {
        if (log.isBeingRead()) {
            return;
        }
        Instant now = clock.instant();
        int count = gone.size();
        for (int i = 0; i < count; i++) {
            Gone each = gone.removeFirst();
            try {
                keepOn(each, now);
            } catch (IOException e) {
                LOG.warn("An old part of the store cannot be deleted, and stays: {}", e.getMessage());
            }
        }
    }

    private void keepOn(Gone each, Instant now) throws IOException {
        LogFile file = each.file();
        boolean readersLeft = file != null && now.isBefore(each.at().plus(GRACE));
        if (file != null && !readersLeft) {
            file.close();
        }
        boolean due = log.isForgotten(each.number()) && !now.isBefore(each.at().plus(settings.keep()));
        if (due) {
            log.folder().delete(Segment.name(each.number()));
        }
        if (!due || readersLeft) {
            gone.add(new Gone(each.number(), readersLeft ? file : null, each.at()));
        }
    }

    /** Closes the files of segments that have gone. */
    void close() {
        for (Gone each : gone) {
            try (LogFile file = each.file()) {
                LOG.debug("Closed {}", file);
            } catch (IOException e) {
                LOG.warn("An old part of the store cannot be closed: {}", e.getMessage());
            }
        }
    }
}
