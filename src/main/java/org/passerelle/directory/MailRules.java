package org.passerelle.directory;

import java.util.Locale;
import java.util.Set;

/**
 * How a room answers the invitations that are mailed to it.
 *
 * @param domains mail domains whose addresses are let in where {@code outsiders} is {@link Outsiders#DOMAINS}, those below
 *     them included; in lower case
 * @param mostMissed the most dates of a series that may be missed, 0 to 10, for the rest to be accepted
 * @param mostMissedPercent and the greatest share of its dates, 0 to 99
 * @param beyond what becomes of a series that reaches further ahead than the room may be booked
 */
public record MailRules(
        Mode mode, Outsiders outsiders, Set<String> domains, int mostMissed, int mostMissedPercent, Beyond beyond) {

    /** What holds where the directory says nothing else. */
    public static final MailRules DEFAULT =
            new MailRules(Mode.AUTOMATIC, Outsiders.MEMBERS, Set.of(), 8, 50, Beyond.DECLINE);

    /** The most dates that can be declined one by one. */
    public static final int MOST_MISSED = 10;

    /** @throws IllegalArgumentException if a bound is out of its own */
    public MailRules {
        domains = Set.copyOf(domains);
        if (mostMissed < 0 || mostMissed > MOST_MISSED || mostMissedPercent < 0 || mostMissedPercent > 99) {
            throw new IllegalArgumentException("A series may miss 0 to 10 dates, 0 to 99 per cent of them");
        }
    }

    /** Whether a series that can be had on {@code had} dates, and not on {@code missed}, is accepted on the former. */
    public boolean isEnough(int had, int missed) {
        if (mode == Mode.ACCEPT) {
            return had > 0;
        }
        return had > 0 && missed <= mostMissed && missed * 100 <= mostMissedPercent * (had + missed);
    }

    /** What a room does by itself. */
    public enum Mode {
        /** Nothing: every invitation is kept for a manager. */
        NONE,
        /** Accepts whatever can be had of it, however many dates of a series cannot. */
        ACCEPT,
        /** Declines everything. */
        DECLINE,
        /** Accepts what is free; what is not is kept for a manager. */
        ACCEPT_IF_FREE,
        /** Declines what is not free; a manager decides on what is. */
        DECLINE_IF_BUSY,
        /** Accepts what is free and declines what is not. */
        AUTOMATIC
    }

    /** Who may invite the room who has no account. */
    public enum Outsiders {
        NOBODY,
        /** Only people with an account, by its address. */
        MEMBERS,
        /** People with an account, and addresses of the domains that are listed. */
        DOMAINS,
        /** Anyone; a manager decides on those without account. */
        APPROVAL
    }

    /** What becomes of a series that reaches further ahead than the room may be booked, or has no end. */
    public enum Beyond {
        /** It is declined. */
        DECLINE,
        /** It is accepted as far as it may be booked; the dates after that are declined. */
        TRUNCATE
    }

    /** Whether {@code address} is of one of the domains that are let in. */
    public boolean admits(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return domains.stream().anyMatch(each -> domain.equals(each) || domain.endsWith("." + each));
    }
}
