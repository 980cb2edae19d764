package org.passerelle.platform.mongo.log;

import java.util.List;
import java.util.UUID;

/**
 * A log that was read to its end.
 *
 * @param segments those that are needed, oldest first; the last is the one to go on with
 * @param sequence of the last record
 * @param chain up to it
 * @param mark the number of the newest mark
 * @param lastTime when the last record was written, in milliseconds since 1970
 * @param contents what the next lists have to name
 */
public record Recovered(
        UUID store, List<Segment> segments, long sequence, long chain, int mark, long lastTime, LogContents contents) {}
