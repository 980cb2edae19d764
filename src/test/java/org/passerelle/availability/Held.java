package org.passerelle.availability;

import org.passerelle.time.Interval;

/** A number of a room that is held for some time, buffers included; the time need not lie on the grid. */
public record Held(int number, Interval occupied) {}
