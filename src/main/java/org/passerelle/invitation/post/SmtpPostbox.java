package org.passerelle.invitation.post;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.passerelle.invitation.OutgoingMail;
import org.passerelle.invitation.Postbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Hands mail to the server of {@code spring.mail}. The message goes out byte by byte as it was composed, which Spring's own
 * sender does not promise: it lets the library write the parts anew, and a signature over them would no longer hold.
 */
final class SmtpPostbox implements Postbox {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpPostbox.class);
    private static final int FOR_GOOD = 500;

    private final JavaMailSenderImpl server;

    SmtpPostbox(JavaMailSenderImpl server) {
        this.server = server;
    }

    @Override
    public Receipt send(OutgoingMail mail) {
        try {
            Transport transport = server.getSession().getTransport(protocol());
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            Receipt receipt = hand(mail, transport);
            close(transport);
            return receipt;
        } catch (AuthenticationFailedException e) {
            LOG.error("The mail server does not accept our credentials: {}", e.getMessage());
            return new Receipt(Outcome.UNREACHABLE, "The mail server does not accept our credentials");
        } catch (MessagingException e) {
            LOG.warn("The mail server does not answer: {}", e.getMessage());
            return new Receipt(Outcome.UNREACHABLE, "The mail server does not answer");
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

    private static Receipt hand(OutgoingMail mail, Transport transport) {
        try {
            transport.sendMessage(message(mail), new Address[] {new InternetAddress(mail.recipient())});
            return Receipt.TAKEN;
        } catch (SendFailedException e) {
            return refusal(e);
        } catch (MessagingException e) {
            LOG.warn("A mail was not taken: {}", e.getMessage());
            return new Receipt(Outcome.LATER, Objects.requireNonNullElse(e.getMessage(), "connection lost"));
        }
    }

    private static MimeMessage message(OutgoingMail mail) throws MessagingException {
        SMTPMessage message = new SMTPMessage(null, new ByteArrayInputStream(mail.bytes()));
        message.setEnvelopeFrom(mail.sender().isEmpty() ? "<>" : mail.sender());
        return message;
    }

    /** What the server said about the address, the sender or the content; the innermost says most. */
    private static Receipt refusal(SendFailedException failed) {
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
        return new Receipt(code >= FOR_GOOD ? Outcome.REFUSED : Outcome.LATER, said);
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
