package org.passerelle.invitation.agent;

/**
 * In whose name a message acts. The rights are always those of whoever demonstrably sent it, and answers go there and
 * nowhere else: an ORGANIZER is only what somebody wrote, and mail must not go to whomever they please.
 */
final class Acting {

    private Acting() {}

    /** Whose rights count and who is answered. */
    static String address(Incoming message) {
        return message.sender().address();
    }
}
