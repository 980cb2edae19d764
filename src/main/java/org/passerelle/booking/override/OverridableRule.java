package org.passerelle.booking.override;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.passerelle.booking.refusal.ReasonCode;

/**
 * A rule that may be set aside: of those that a site makes for itself. That a room is taken or too small, that it is past, kept from
 * somebody or that a quota is used up is none of them.
 */
public enum OverridableRule {
    /** Hours of the week in which rooms are open. */
    HOURS(ReasonCode.OUTSIDE_OPENING_HOURS),
    /** Holidays and closures. A closure that occupies the room does so as before. */
    CLOSURES(ReasonCode.SITE_CLOSED),
    /** How long ahead a room is booked at least. */
    NOTICE(ReasonCode.TOO_SOON),
    /** How long ahead a room is booked at most. */
    HORIZON(ReasonCode.TOO_FAR_AHEAD),
    /** How long a date lasts at least and at most. */
    LENGTHS(ReasonCode.TOO_SHORT, ReasonCode.TOO_LONG);

    private final Set<ReasonCode> codes;

    OverridableRule(ReasonCode first, ReasonCode... others) {
        this.codes = EnumSet.of(first, others);
    }

    /** The one for which {@code code} refuses; empty if nobody may set that aside. */
    public static Optional<OverridableRule> of(ReasonCode code) {
        return Arrays.stream(values()).filter(rule -> rule.codes.contains(code)).findFirst();
    }
}
