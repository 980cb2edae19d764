package org.passerelle.mail.smtp;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.Postbox;
import org.passerelle.platform.work.WorkTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Hands mail to the server of {@code spring.mail}. The message goes out byte by byte as it was composed, which Spring's own
 * sender does not promise: it lets the library write the parts anew, and a signature over them would no longer hold.
 */
final class SmtpPostbox implements Postbox, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpPostbox.class);
    private static final int FOR_GOOD = 500;

    /** Many servers end a conversation after a hundred mails, and some think ill of longer ones. */
    private static final int MOST_ON_A_CONNECTION = 50;

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final JavaMailSenderImpl server;
    private final Duration keptFor;

    /** Waits for the mail that is being sent; so no other work is on this thread. */
    private final WorkTimer idle = new WorkTimer("mail-connection");

    /** Null while none is kept. */
    private @Nullable Transport kept;

    private int mailsOnIt;

    SmtpPostbox(JavaMailSenderImpl server) {
        this(server, KEPT);
    }

    /** @param keptFor how long a connection waits for the next mail */
    SmtpPostbox(JavaMailSenderImpl server, Duration keptFor) {
        this.server = server;
        this.keptFor = keptFor;
    }

    /**
     * Hands the mail over on the connection of the last one, if that is a few seconds old at most. What is refused there may
     * have been too much for one connection, and is tried on a fresh one at once; but when a connection is lost nobody knows
     * whether the mail was taken, and it is left for later as on a fresh one.
     */
    @Override
    public synchronized Receipt send(OutgoingMail mail) {
        Transport last = kept;
        if (last != null && mailsOnIt < MOST_ON_A_CONNECTION && last.isConnected()) {
            Handed handed = hand(mail, last);
            if (handed.isLost() || handed.receipt().outcome() != HandoverOutcome.LATER) {
                return after(handed, last);
            }
        }
        hangUp();
        return sendAfresh(mail);
    }

    private Receipt sendAfresh(OutgoingMail mail) {
        try {
            Transport transport = server.getSession().getTransport(protocol());
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            mailsOnIt = 0;
            return after(hand(mail, transport), transport);
        } catch (AuthenticationFailedException e) {
            LOG.error("The mail server does not accept our credentials: {}", e.getMessage());
            return new Receipt(HandoverOutcome.UNREACHABLE, "The mail server does not accept our credentials");
        } catch (MessagingException e) {
            LOG.warn("The mail server does not answer: {}", e.getMessage());
            return new Receipt(HandoverOutcome.UNREACHABLE, "The mail server does not answer");
        }
    }

    /** Keeps the connection for the next mail, for a moment. */
    private Receipt after(Handed handed, Transport transport) {
        if (handed.isLost()) {
            close(transport);
            kept = null;
        } else {
            kept = transport;
            int mails = ++mailsOnIt;
            idle.after(keptFor, () -> closeIfIdle(transport, mails));
        }
        return handed.receipt();
    }

    private synchronized void closeIfIdle(Transport transport, int mails) {
        if (kept == transport && mailsOnIt == mails) {
            hangUp();
        }
    }

    @Override
    public void close() {
        idle.close();
        hangUp();
    }

    private synchronized void hangUp() {
        Transport last = kept;
        kept = null;
        if (last != null) {
            close(last);
        }
    }

    /** How the connection ends changes nothing about what was said on it. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server hung up first: {}", e.getMessage());
        }
    }

    private record Handed(Receipt receipt, boolean isLost) {}

    private static Handed hand(OutgoingMail mail, Transport transport) {
        try {
            transport.sendMessage(message(mail), new Address[] {new InternetAddress(mail.recipient())});
            return new Handed(Receipt.TAKEN, false);
        } catch (SendFailedException e) {
            return refusal(e);
        } catch (MessagingException e) {
            LOG.warn("A mail was not taken: {}", e.getMessage());
            String said = Objects.requireNonNullElse(e.getMessage(), "connection lost");
            return new Handed(new Receipt(HandoverOutcome.LATER, said), true);
        }
    }

    private static MimeMessage message(OutgoingMail mail) throws MessagingException {
        SMTPMessage message = new SMTPMessage(null, new ByteArrayInputStream(mail.bytes()));
        message.setEnvelopeFrom(mail.sender().isEmpty() ? "<>" : mail.sender());
        return message;
    }

    /** What the server said about the address, the sender or the content; the innermost says most. Nothing at all: it is gone. */
    private static Handed refusal(SendFailedException failed) {
        int code = 0;
        String said = Objects.requireNonNullElse(failed.getMessage(), "");
        for (Exception e = failed;
                e != null;
                e = e instanceof MessagingException outer ? outer.getNextException() : null) {
            int here = code(e);
            if (here > 0) {
                code = here;
                said = Objects.requireNonNullElse(e.getMessage(), "");
            }
        }
        return new Handed(
                new Receipt(code >= FOR_GOOD ? HandoverOutcome.REFUSED : HandoverOutcome.LATER, said), code == 0);
    }

    private static int code(Exception e) {
        if (e instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (e instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return e instanceof SMTPSendFailedException content ? content.getReturnCode() : 0;
    }

    private String protocol() {
        return Objects.requireNonNullElse(server.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL);
    }
}
