package org.passerelle.invitation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.calendar.PartStat;
import org.passerelle.invitation.text.MessageContent.Fact;

/**
 * What whoever opens the link in a mail sees: nothing that the mail did not say.
 *
 * @param standing what they answered so far
 * @param date the one date of a series that it asks about, by its recurrence id; empty for the whole
 * @param title empty unless they can still answer; so is what follows
 */
public record OpenedInvitation(
        InvitationState state,
        PartStat standing,
        String chair,
        Optional<Instant> date,
        Optional<String> title,
        List<Fact> facts) {

    /** Whether there is something to answer. */
    public enum InvitationState {
        OPEN,
        /** They were invited once, and are no longer. */
        WITHDRAWN,
        CANCELLED,
        /** The one date that was asked about is called off. */
        DATE_CANCELLED,
        OVER
    }

    public OpenedInvitation {
        facts = List.copyOf(facts);
    }

    public boolean isOpen() {
        return state == InvitationState.OPEN;
    }
}
