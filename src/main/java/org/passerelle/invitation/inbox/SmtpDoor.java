package org.passerelle.invitation.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The built-in receiver of mail (RFC 5321). It takes mail for our own addresses and for nobody else, and says yes only when
 * the mail is stored. In the demo it is reached from this machine alone, and who reaches it is trusted.
 */
@Component
class SmtpDoor implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpDoor.class);
    private static final int MOST_CONNECTIONS = 50;
    private static final int MOST_RECIPIENTS = 50;
    private static final int PATIENCE_SECONDS = 60;

    private final Inbox inbox;
    private final InboxSettings settings;
    private final boolean isDemo;
    private volatile @Nullable SMTPServer server;

    SmtpDoor(Inbox inbox, InboxSettings settings, Environment environment) {
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
            SMTPServer made = SMTPServer.port(settings.smtpPort())
                    .bindAddress(address)
                    .softwareName("Passerelle")
                    .hideTLS()
                    .maxConnections(MOST_CONNECTIONS)
                    .maxRecipients(MOST_RECIPIENTS)
                    .maxMessageSize(Inbox.LARGEST)
                    .connectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .insertReceivedHeaders(false)
                    .messageHandlerFactory(Taking::new)
                    .build();
            made.start();
            server = made;
            LOG.info("Mail to rooms is taken on port {} of {}", settings.smtpPort(), address.getHostAddress());
        } catch (UnknownHostException | RuntimeException e) {
            // Most likely the port is taken; everything else works without it.
            LOG.warn("Mail is not taken on port {}: {}", settings.smtpPort(), e.getMessage());
        }
    }

    @Override
    public void stop() {
        SMTPServer running = server;
        server = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /** One mail that is being handed over. */
    private final class Taking implements MessageHandler {

        private final boolean isLocal;
        private final List<String> recipients = new ArrayList<>();
        private String returnPath = "";

        Taking(MessageContext context) {
            this.isLocal = context.getRemoteAddress() instanceof InetSocketAddress remote
                    && remote.getAddress().isLoopbackAddress();
        }

        @Override
        public void from(String address) {
            returnPath = address;
        }

        @Override
        public void recipient(String address) throws RejectException {
            if (!inbox.takes(address)) {
                throw new RejectException(550, "5.1.1 No such room");
            }
            recipients.add(address);
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            byte[] raw = data.readNBytes(Inbox.LARGEST + 1);
            if (raw.length > Inbox.LARGEST) {
                data.skip(Long.MAX_VALUE);
                throw new RejectException(552, "5.3.4 Too large");
            }
            if (!inbox.hasRoom()) {
                throw new RejectException(452, "4.3.1 Too much mail, try again later");
            }
            try {
                recipients.forEach(recipient -> inbox.take(returnPath, recipient, isDemo && isLocal, raw));
            } catch (DataAccessException e) {
                LOG.warn("A mail could not be stored", e);
                throw new RejectException(451, "4.3.0 Not stored, try again later");
            }
            return "2.0.0 Stored";
        }

        @Override
        public void done() {
            recipients.clear();
        }
    }
}
