package org.passerelle.conference;

import java.time.Instant;

/** A conference will be ended at {@code end}; whoever can tell its rooms, tells them. */
public record ConferenceEndsSoon(VideoMeeting.Id meeting, Instant end) {}
