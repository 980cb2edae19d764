package org.passerelle.roomagent;

import java.util.Optional;
import org.passerelle.roomagent.event.ActingSender;
import org.passerelle.roomagent.event.EventParties;
import org.passerelle.roomagent.event.IncomingMessage;
import org.passerelle.roomagent.event.RoomInvitation;

/** Whether whoever sent a message may say anything about the event that it names. */
enum EventAuthority {
    /** They may. */
    GIVEN,
    /** Nothing that is known of the event lets them. */
    NOT_GIVEN,
    /** The event that is known under this UID has another organiser. */
    OF_ANOTHER_EVENT;

    /**
     * For an event that nothing is known of, the message itself has to show why its sender writes for the organiser: it can
     * only book in the sender's own name. For a known one, only what is known of it counts ({@link EventParties}).
     */
    static EventAuthority over(IncomingMessage message, Optional<RoomInvitation> known, ActingSender people) {
        String sender = message.sender().address();
        if (known.isEmpty()) {
            return claims(message, sender) ? GIVEN : NOT_GIVEN;
        }
        EventParties parties = known.get().parties();
        if (!parties.organiser().equals(message.organiser())) {
            if (!claims(message, sender) && !message.approved()) {
                return NOT_GIVEN;
            }
            return parties.mayHandOver(sender) ? GIVEN : OF_ANOTHER_EVENT;
        }
        boolean isOfTheGroup =
                EventParties.isGroupCalendar(parties.organiser()) && people.areColleagues(sender, parties.inviter());
        return parties.admits(sender) || isOfTheGroup ? GIVEN : NOT_GIVEN;
    }

    private static boolean claims(IncomingMessage message, String sender) {
        return message.organiser().equals(sender)
                || EventParties.sentBy(message).contains(sender)
                || EventParties.isGroupCalendar(message.organiser());
    }
}
