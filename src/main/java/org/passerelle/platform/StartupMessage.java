package org.passerelle.platform;

import com.mongodb.ConnectionString;
import org.passerelle.platform.mongo.EmbeddedMongo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says, once requests are served, where to go and where the data is. On a good day it is all there is to read. */
@Component
class StartupMessage {

    private static final Logger LOG = LoggerFactory.getLogger(StartupMessage.class);

    private final PasserelleProperties settings;
    private final PublicUrl url;
    private final MongoConnectionDetails connection;
    private final ObjectProvider<EmbeddedMongo> embedded;

    StartupMessage(
            PasserelleProperties settings,
            PublicUrl url,
            MongoConnectionDetails connection,
            ObjectProvider<EmbeddedMongo> embedded) {
        this.settings = settings;
        this.url = url;
        this.connection = connection;
        this.embedded = embedded;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        LOG.info("Passerelle is at {}", url.base());
        if (!settings.demo().accounts().isEmpty()) {
            LOG.info(
                    "Demo: sign in with the password {} as {}",
                    settings.demo().password(),
                    String.join(", ", settings.demo().accounts()));
        }
        LOG.info("Data is kept {}", whereDataIsKept());
    }

    /** The hosts of a server without the credentials of its address. */
    private String whereDataIsKept() {
        if (embedded.getIfAvailable() != null) {
            return "in the folder " + settings.dataDir().toAbsolutePath().normalize();
        }
        ConnectionString server = connection.getConnectionString();
        return "by MongoDB at " + String.join(", ", server.getHosts());
    }
}
