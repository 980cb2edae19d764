package org.passerelle.availability.query;

import java.time.Duration;
import org.passerelle.booking.video.VideoQuality;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteId;

/** How a near miss differs from what was asked for. */
public sealed interface NearMissChange {

    /** Earlier (negative) or later by {@code by}, at most an hour. */
    record Shifted(Duration by) implements NearMissChange {}

    /** Shorter by {@code by}, at most a quarter of the time. */
    record Shortened(Duration by) implements NearMissChange {}

    /** At another site, {@code kilometres} away as the crow flies, rounded. */
    record AnotherSite(SiteId site, long kilometres) implements NearMissChange {}

    /** Another room of the same site, of another kind or size than asked for. */
    record AnotherRoom() implements NearMissChange {}

    /** Two rooms of one site joined by opening the partition. */
    record Combined() implements NearMissChange {}

    /** Pictures less fine, which take less of the uplinks. */
    record LowerQuality(VideoQuality quality) implements NearMissChange {}

    /** Without the room of a site that lacks a line, an uplink or a port for it. */
    record WithoutRoom(RoomId room) implements NearMissChange {}

    /** The people share two rooms of one site. */
    record Split() implements NearMissChange {}
}
