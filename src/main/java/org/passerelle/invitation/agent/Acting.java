package org.passerelle.invitation.agent;

import java.util.List;
import org.passerelle.calendar.message.Participant;
import org.passerelle.calendar.message.Participant.Via;

/**
 * In whose name a message acts. The rights are always those of whoever demonstrably sent it, and answers go there and
 * nowhere else: an ORGANIZER is only what somebody wrote, and mail must not go to whomever they please.
 */
final class Acting {

    /** Google names a calendar as organiser, and sends in the name of the person. */
    private static final String CALENDARS_OF_GOOGLE = "@group.calendar.google.com";

    private Acting() {}

    /** Whose rights count and who is answered. */
    static String address(Incoming message) {
        return message.sender().address();
    }

    /** Whether the sender is the organiser, or one whom the organiser names as sending for them. */
    static boolean isEntitled(Incoming message) {
        String sender = message.sender().address();
        List<String> sentBy = message.main()
                .people()
                .organiser()
                .map(Participant::via)
                .map(Via::sentBy)
                .orElse(List.of());
        return message.organiser().equals(sender)
                || sentBy.contains(sender)
                || message.organiser().endsWith(CALENDARS_OF_GOOGLE);
    }
}
