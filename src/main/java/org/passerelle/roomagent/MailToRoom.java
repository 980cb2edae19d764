package org.passerelle.roomagent;

import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.calendar.read.SchedulingMessage;
import org.passerelle.directory.Room;

/**
 * A mail that came to a room, as far as the agent needs to know it.
 *
 * @param id by which it is stored; the same however often it is looked at
 * @param messageId its Message-ID header, or an empty text
 * @param sender the address of its From header, in lower case
 * @param authenticated whether it certainly comes from there
 * @param calendars each by itself, for each has its own METHOD; none where it holds no calendar
 * @param approver the manager who lets it pass; empty as it comes
 */
record MailToRoom(
        String id,
        String messageId,
        String sender,
        boolean authenticated,
        Room room,
        List<SchedulingMessage> calendars,
        Optional<Person> approver) {

    MailToRoom {
        calendars = List.copyOf(calendars);
    }

    /** The same mail, as the cause of what its message number {@code index} leads to, counted from 0. */
    MailToRoom part(int index) {
        return index == 0
                ? this
                : new MailToRoom(id + "/" + index, messageId, sender, authenticated, room, calendars, approver);
    }
}
