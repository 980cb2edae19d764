package org.passerelle.platform.mongo.log;

import java.time.Duration;

/**
 * @param segmentBytes how large a segment grows
 * @param looseBytes the log may hold so much besides what is live before old segments are cleaned
 * @param looseFactor or so many times what is live, if that is more
 * @param keep how long a segment that is no longer needed stays, for a restore to a moment
 * @param reserveBytes of the disk, below which nothing new is taken
 */
public record LogSettings(long segmentBytes, long looseBytes, double looseFactor, Duration keep, long reserveBytes) {

    private static final long MEGABYTE = 1L << 20;

    public static final LogSettings USUAL =
            new LogSettings(16 * MEGABYTE, 16 * MEGABYTE, 1.5, Duration.ZERO, 64 * MEGABYTE);

    public LogSettings keeping(Duration time) {
        return new LogSettings(segmentBytes, looseBytes, looseFactor, time, reserveBytes);
    }

    public LogSettings reserving(long bytes) {
        return new LogSettings(segmentBytes, looseBytes, looseFactor, keep, bytes);
    }
}
