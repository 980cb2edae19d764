package org.passerelle.mail.smtp.server;

import java.io.IOException;
import org.passerelle.platform.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.server.Command;
import org.subethamail.smtp.internal.server.CommandException;
import org.subethamail.smtp.internal.server.HelpMessage;
import org.subethamail.smtp.server.Session;

/** A command whose failures end its connection and nothing else: peers that hang up, or write nonsense, fill no log. */
record QuietCommand(Command command) implements Command {

    private static final int LONGEST_FAULT = 200;
    private static final Logger LOG = LoggerFactory.getLogger(QuietCommand.class);

    @Override
    public void execute(String line, Session session) throws DropConnectionException {
        try {
            command.execute(line, session);
        } catch (IOException gone) {
            LOG.debug("A connection ended within {}: {}", getName(), gone.toString());
            throw new DropConnectionException(421, "4.4.2 The connection is no good, try again");
        } catch (NumberFormatException nonsense) {
            LOG.debug("{} with a number that is none", getName());
            throw new DropConnectionException(501, "5.5.4 That is no number");
        } catch (RuntimeException unforeseen) {
            LOG.warn("{} failed: {}", getName(), Text.line(unforeseen.toString(), LONGEST_FAULT));
            throw new DropConnectionException(421, "4.3.0 That failed, try again later");
        }
    }

    @Override
    public HelpMessage getHelp() throws CommandException {
        return command.getHelp();
    }

    @Override
    public String getName() {
        return command.getName();
    }
}
