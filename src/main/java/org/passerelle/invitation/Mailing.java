package org.passerelle.invitation;

import org.passerelle.invitation.owed.Invitee;
import org.passerelle.invitation.owed.Sent;
import org.passerelle.invitation.owed.Trouble;

/** What became of somebody's invitation, for whoever runs the meeting. */
public enum Mailing {
    /** It has not left yet. */
    PENDING,
    SENT,
    /** It was not taken, and is tried again. */
    RETRYING,
    FAILED,
    /** It was taken, and came back. */
    BOUNCED,
    /** They want no mail of this network. */
    OPTED_OUT;

    public static Mailing of(Invitee invitee) {
        if (invitee.trouble().isPresent()) {
            return switch (invitee.trouble().get().stage()) {
                case TRYING -> RETRYING;
                case GIVEN_UP -> FAILED;
                case BOUNCED -> BOUNCED;
                case OPTED_OUT -> OPTED_OUT;
            };
        }
        return invitee.sent().filter(Sent::isInvited).isPresent() ? SENT : PENDING;
    }

    /** What whoever refused it said; empty if nobody did. */
    public static String said(Invitee invitee) {
        return invitee.trouble().map(Trouble::said).orElse("");
    }
}
