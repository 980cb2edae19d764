package org.passerelle.mail.smtp.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.passerelle.mail.inbox.Inbox;
import org.passerelle.platform.store.StoreFailure;
import org.passerelle.platform.work.WorkExecutors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.internal.server.CommandHandler;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/**
 * The built-in receiver of mail (RFC 5321). It takes mail for our own addresses and for nobody else, and says yes only when
 * the mail is stored. In the demo it is reached from this machine alone, and who reaches it is trusted.
 */
@Component
public class SmtpServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);
    private static final int MOST_RECIPIENTS = 50;
    private static final int LONGEST_SILENCE_SECONDS = 60;

    /** From the first byte of a mail to its last. */
    private static final Duration LONGEST_MAIL = Duration.ofMinutes(2);

    /** Of recipients that are not ours, on one connection. */
    private static final int MOST_GUESSES = 10;

    private final Inbox inbox;
    private final SmtpProperties settings;
    private final boolean isDemo;
    private final BoundedReading reading = new BoundedReading();
    private volatile @Nullable Running running;

    /** From one start to one stop. */
    private record Running(SMTPServer server, SmtpPeers peers) {}

    public SmtpServer(Inbox inbox, SmtpProperties settings, Environment environment) {
        this.inbox = inbox;
        this.settings = settings;
        this.isDemo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public void start() {
        if (settings.smtpPort() == 0) {
            return;
        }
        try {
            InetAddress address =
                    isDemo ? InetAddress.getLoopbackAddress() : InetAddress.getByName(settings.smtpAddress());
            Optional<SmtpTls> tls = settings.tls();
            SmtpPeers peers = new SmtpPeers(settings.smtpConnectionsPerAddress());
            SMTPServer.Builder builder = SMTPServer.port(settings.smtpPort())
                    .bindAddress(address)
                    .softwareName("Passerelle")
                    .maxConnections(settings.smtpConnections())
                    .maxRecipients(MOST_RECIPIENTS)
                    .maxMessageSize(Inbox.LARGEST)
                    .connectionTimeout(LONGEST_SILENCE_SECONDS, TimeUnit.SECONDS)
                    .insertReceivedHeaders(false)
                    .sessionHandler(peers)
                    .executorService(WorkExecutors.threadPerTask("smtp"))
                    .messageHandlerFactory(context -> new Taking(context, peers));
            tls.ifPresent(own -> builder.enableTLS().startTlsSocketFactory(own::over));
            SMTPServer made = builder.build();
            CommandHandler commands = made.getCommandHandler();
            commands.addCommand(new ChunkedData());
            List.copyOf(commands.getVerbs())
                    .forEach(verb -> commands.addCommand(new QuietCommand(commands.getCommand(verb))));
            made.start();
            running = new Running(made, peers);
            LOG.info(
                    "Mail to rooms is taken on port {} of {}, {}",
                    settings.smtpPort(),
                    address.getHostAddress(),
                    tls.isPresent() ? "with STARTTLS" : "without STARTTLS, for there is no certificate");
        } catch (UnknownHostException | RuntimeException e) {
            // Most likely the port is taken; everything else works without it.
            LOG.warn("Mail is not taken on port {}: {}", settings.smtpPort(), e.getMessage());
        }
    }

    @Override
    public void stop() {
        Running stopping = running;
        running = null;
        if (stopping != null) {
            stopping.server().stop();
            stopping.peers().close();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** One mail that is being handed over. */
    private final class Taking implements MessageHandler, ChunkedData.PartedMail {

        private final SmtpPeers peers;
        private final Session session;
        private final InetAddress peer;
        private final BoundedReading.Mail mail = reading.new Mail();
        private final List<String> recipients = new ArrayList<>();
        private String returnPath = "";
        private Optional<Future<?>> end = Optional.empty();

        Taking(MessageContext context, SmtpPeers peers) {
            this.peers = peers;
            this.session = (Session) context;
            this.peer = session.getRealRemoteAddress().getAddress();
        }

        @Override
        public void from(String address) {
            returnPath = address;
        }

        @Override
        public void recipient(String address) throws RejectException {
            if (takes(address)) {
                recipients.add(address);
                return;
            }
            if (peers.guessed(session) > MOST_GUESSES) {
                throw new DropConnectionException(421, "4.7.0 Too many unknown recipients");
            }
            throw new RejectException(550, "5.1.1 No such room");
        }

        private boolean takes(String address) throws RejectException {
            try {
                return inbox.takes(address);
            } catch (RuntimeException e) {
                throw notStored(e);
            }
        }

        /** Every fault of ours is one that the sender may try again; one whose disk is full says so (RFC 3463 section 3.4). */
        private RejectException notStored(RuntimeException e) {
            StoreFailure.log(LOG, "A mail could not be stored", e);
            boolean isFull = StoreFailure.in(e)
                    .filter(failure -> failure.outcome() == StoreFailure.WriteOutcome.LITTLE_SPACE)
                    .isPresent();
            return isFull
                    ? new RejectException(452, "4.3.1 Little space left, try again later")
                    : new RejectException(451, "4.3.0 Not stored, try again later");
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            if (mail.size() > 0) {
                throw new DropConnectionException(503, "5.5.1 DATA after BDAT");
            }
            begin();
            mail.readAll(data);
            return taken();
        }

        @Override
        public void part(InputStream in, int size) throws IOException, RejectException {
            begin();
            if (mail.size() + size > Inbox.LARGEST) {
                throw new DropConnectionException(552, "5.3.4 Too large");
            }
            mail.readPart(in, size);
        }

        /** A mail that comes byte by byte is cut off. */
        private void begin() {
            if (end.isEmpty()) {
                end = peers.closing(session, LONGEST_MAIL);
            }
        }

        @Override
        public String taken() throws RejectException {
            byte[] raw = mail.bytes();
            mail.forget();
            boolean isTrusted = isDemo && peer.isLoopbackAddress();
            if (!inbox.hasRoomFor(returnPath, SmtpPeers.name(peer), isTrusted, recipients.size(), raw)) {
                throw new RejectException(452, "4.3.1 Too much mail, try again later");
            }
            try {
                recipients.forEach(
                        recipient -> inbox.take(returnPath, recipient, SmtpPeers.name(peer), isTrusted, raw));
            } catch (RuntimeException e) {
                throw notStored(e);
            }
            return "2.0.0 Stored";
        }

        @Override
        public void done() {
            recipients.clear();
            mail.forget();
            end.ifPresent(begun -> begun.cancel(false));
            end = Optional.empty();
        }
    }
}
