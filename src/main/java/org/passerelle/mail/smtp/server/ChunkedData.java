package org.passerelle.mail.smtp.server;

import java.io.IOException;
import java.io.InputStream;
import org.passerelle.mail.inbox.Inbox;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.internal.command.BdatCommand;
import org.subethamail.smtp.internal.command.BdatCommand.Bdat;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/**
 * BDAT (RFC 3030). In the place of the library's, which goes on reading as long as a client announces more, and takes a
 * connection that breaks within a part for the end of the mail. Here a part that would make the mail too large is not read at
 * all: the connection ends.
 */
final class ChunkedData extends BaseCommand {

    ChunkedData() {
        super("BDAT", "A part of a mail, of so many bytes.", "<size> [LAST]");
    }

    @Override
    public void execute(String line, Session session) throws IOException, DropConnectionException {
        Bdat part = BdatCommand.parse(line);
        if (part.errorMessage != null || part.size > Inbox.LARGEST) {
            // What follows is of unknown length, or too much; it must not be taken for commands.
            throw part.errorMessage == null
                    ? new DropConnectionException(552, "5.3.4 Too large")
                    : new DropConnectionException(501, "5.5.4 BDAT has a size, and may have LAST");
        }
        if (!session.isMailTransactionInProgress()
                || session.getRecipientCount() == 0
                || !(session.getMessageHandler() instanceof PartedMail mail)) {
            throw new DropConnectionException(503, "5.5.1 MAIL and RCPT come first");
        }
        try {
            mail.part(session.getRawInput(), (int) part.size);
            session.sendResponse("250 " + (part.isLast ? mail.taken() : "2.0.0 " + part.size + " bytes"));
        } catch (DropConnectionException e) {
            throw e;
        } catch (RejectException e) {
            session.sendResponse(e.getErrorResponse());
        }
        if (part.isLast) {
            session.resetMailTransaction();
        }
    }

    /** A mail that comes in parts. */
    interface PartedMail {

        void part(InputStream in, int size) throws IOException, RejectException;

        /** Takes what has come as a whole; what to answer. */
        String taken() throws RejectException;
    }
}
