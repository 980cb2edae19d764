package org.passerelle.invitation.agent;

import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.calendar.message.SchedulingMessage;
import org.passerelle.directory.Room;

/**
 * A mail that came to a room, as far as the agent needs to know it.
 *
 * @param id by which it is stored; the same however often it is looked at
 * @param messageId its Message-ID header, or an empty text
 * @param sender the address of its From header, in lower case
 * @param authenticated whether it certainly comes from there
 * @param approver the manager who lets it pass; empty as it comes
 */
public record MailToRoom(
        String id,
        String messageId,
        String sender,
        boolean authenticated,
        Room room,
        SchedulingMessage content,
        Optional<Person> approver) {}
