package org.passerelle.calendar.feed;

import java.time.Instant;
import java.util.Optional;

/**
 * A feed as it stands.
 *
 * @param body never changed by who receives it
 * @param etag strong and quoted, the same for the same bytes
 * @param lastModified to the second, later whenever the bytes have changed
 * @param leftOutFrom from when on something is left out to keep the file small, if anything is
 * @param fileName under which a reader may keep it
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and copying a megabyte for each fetch helps nobody
public record PublishedCalendar(
        byte[] body, String etag, Instant lastModified, Optional<Instant> leftOutFrom, String fileName) {}
