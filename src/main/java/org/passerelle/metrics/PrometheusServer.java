package org.passerelle.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.work.WorkExecutors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Hands out the figures under a port of their own, to whoever reaches it; nothing else is answered there. It needs none of the
 * threads and connections of the program, so that it answers when these are all taken.
 */
final class PrometheusServer implements SmartLifecycle {

    static final String PATH = "/actuator/prometheus";

    private static final Logger LOG = LoggerFactory.getLogger(PrometheusServer.class);
    private static final int AT_ONCE = 2;
    private static final int WAITING = 8;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final PrometheusMeterRegistry registry;
    private final MetricsProperties settings;
    private @Nullable Running running;

    PrometheusServer(PrometheusMeterRegistry registry, MetricsProperties settings) {
        this.registry = registry;
        this.settings = settings;
    }

    private record Running(HttpServer server, ExecutorService threads) {}

    @Override
    public synchronized void start() {
        if (running == null && settings.port().isPresent()) {
            listen(settings.port().get());
        }
    }

    private void listen(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(settings.address(), port), WAITING);
            ExecutorService threads = WorkExecutors.pool("metrics", AT_ONCE);
            server.setExecutor(threads);
            server.createContext("/", this::answer);
            server.start();
            running = new Running(server, threads);
            LOG.info(
                    "Metrics are handed out on port {} of {}",
                    server.getAddress().getPort(),
                    settings.address());
        } catch (IOException | RuntimeException e) {
            // Most likely the port is taken; everything else works without it.
            LOG.warn("Metrics are not handed out on port {} of {}: {}", port, settings.address(), e.getMessage());
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
            } else {
                byte[] figures = registry.scrape().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", PrometheusEndpoint.TEXT);
                exchange.sendResponseHeaders(OK, figures.length);
                exchange.getResponseBody().write(figures);
            }
        }
    }

    /** The port that it listens on; empty while it does not. */
    synchronized Optional<Integer> port() {
        return Optional.ofNullable(running)
                .map(known -> known.server().getAddress().getPort());
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.server().stop(0);
            running.threads().shutdownNow();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
