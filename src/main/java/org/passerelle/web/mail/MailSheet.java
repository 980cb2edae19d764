package org.passerelle.web.mail;

import java.util.List;
import org.passerelle.mail.inbox.InboxMail;
import org.passerelle.mail.inbox.LoggedAnswer;

/**
 * A mail as the log shows it.
 *
 * @param subject for whoever manages the site of the room; empty for who does not, and where there is none to tell
 * @param room by name and site; the address where there is none
 * @param verdict what it came to
 * @param grounds why it was dealt with like that, in sentences, in order
 * @param waits whether a manager can let it pass
 */
record MailSheet(
        InboxMail mail,
        String subject,
        String when,
        String room,
        MailVerdict verdict,
        List<String> grounds,
        List<LoggedAnswer> answers,
        boolean waits) {

    MailSheet {
        grounds = List.copyOf(grounds);
        answers = List.copyOf(answers);
    }
}
