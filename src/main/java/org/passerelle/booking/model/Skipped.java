package org.passerelle.booking.model;

import java.util.Comparator;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.time.Interval;

/** A date of the rule that was left out when the series was booked, and the first reason why. */
public record Skipped(Interval time, ReasonCode reason) {

    public static final Comparator<Skipped> BY_START =
            Comparator.comparing(skipped -> skipped.time().start());
}
