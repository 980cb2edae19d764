package org.passerelle.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.directory.RoomId;

/** What is to be different on one date; what is empty stays as it is. */
public record OccurrenceEdit(Optional<Instant> start, Optional<Duration> duration, Optional<List<RoomId>> rooms) {}
