package org.passerelle.booking.model;

/** What became of one date that was asked for. */
public enum DateOutcome {
    /** It has the rooms that were asked for, or those that somebody chose for it since. */
    KEPT,
    /** It has another room in the place of one that was taken. */
    SUBSTITUTED,
    /** It was left out. */
    SKIPPED
}
