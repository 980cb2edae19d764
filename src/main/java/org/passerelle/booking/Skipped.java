package org.passerelle.booking;

import org.passerelle.time.Interval;

/** A date of the rule that was left out when the series was booked, and the first reason why. */
public record Skipped(Interval time, ReasonCode reason) {}
