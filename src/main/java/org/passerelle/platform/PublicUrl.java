package org.passerelle.platform;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where people reach this installation; the base of every link that is handed out. */
@Component
public class PublicUrl {

    private final @Nullable URI configured;
    private volatile int port;

    PublicUrl(PasserelleProperties settings, @Value("${server.port:8080}") int port) {
        this.configured = settings.publicUrl();
        this.port = port;
    }

    @EventListener
    void listensOn(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            port = event.getWebServer().getPort();
        }
    }

    /** Without a trailing slash. Unless configured, the loopback address and the port that the server listens on. */
    public URI base() {
        String base = configured == null ? "http://127.0.0.1:" + port : configured.toString();
        return URI.create(base.endsWith("/") ? base.substring(0, base.length() - 1) : base);
    }

    /** @param path from the root of the installation, with its leading slash */
    public URI link(String path) {
        return URI.create(base() + path);
    }
}
