package org.passerelle.invitation.owed;

import java.time.Instant;

/**
 * What somebody was last sent.
 *
 * @param isInvited whether it left them invited; withdrawing one date of a series does
 * @param edition names the {@link Edition} they know now
 * @param sequence that it went out under
 * @param meetingSequence that the present {@link Edition#meeting()} was first told under; an answer to less is about another
 * @param stamp that it went out under; rises with every mail to them
 */
public record Sent(boolean isInvited, String edition, int sequence, int meetingSequence, Instant stamp, Instant at) {}
