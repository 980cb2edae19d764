package org.passerelle.device.codec;

import java.time.Instant;
import org.passerelle.directory.RoomId;

/** A codec did not take its meetings and is tried again at {@code until}. */
public record CodecPostponed(RoomId room, Instant until) {}
