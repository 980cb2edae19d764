package org.passerelle.backup.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.passerelle.backup.BackupOrder;
import org.passerelle.backup.ProgressLog;
import org.passerelle.backup.TakeBackup;
import org.passerelle.backup.archive.BackupRefused;
import org.passerelle.backup.check.CheckStore;
import org.passerelle.backup.transfer.ImportBookings;
import org.passerelle.backup.transfer.ImportBookings.ImportedLine;
import org.passerelle.booking.store.BookingRewrites;
import org.passerelle.platform.digest.Digests;
import org.passerelle.platform.snapshot.StoreFindings;
import org.passerelle.platform.snapshot.StoreSnapshots;
import org.passerelle.platform.work.WorkExecutors;
import org.passerelle.platform.work.WorkFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Gives backups and checks to, and takes bookings from, commands of the same machine and user while the program runs: on a port of the loopback address that
 * changes with each start, to whoever knows the secret that stands in a file of the data folder.
 */
final class ControlServer implements SmartLifecycle {

    static final String BACKUP = "/backup";
    static final String CHECK = "/check";
    static final String REPAIR = "/check/repair";
    static final String IMPORT = "/import";
    static final String BOOKED = "X-Booked";
    static final String PASSPHRASE = "X-Passphrase";
    static final String WRONG = "X-Wrong";
    static final int OK = 200;
    static final int REFUSED = 409;

    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final int AT_ONCE = 2;
    private static final int WAITING = 4;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int SECRET_BITS = 256;

    private final Path data;
    private final StoreSnapshots store;
    private final TakeBackup backups;
    private final BookingRewrites bookings;
    private final ImportBookings imports;
    private final String secret = Digests.randomText(SECRET_BITS);

    /** Two at a time would read everything twice at once. */
    private final ReentrantLock working = new ReentrantLock();

    private @Nullable Running running;

    private record Running(HttpServer server, ExecutorService threads) {}

    ControlServer(
            Path data, StoreSnapshots store, TakeBackup backups, BookingRewrites bookings, ImportBookings imports) {
        this.data = data;
        this.store = store;
        this.backups = backups;
        this.bookings = bookings;
        this.imports = imports;
    }

    @Override
    public synchronized void start() {
        if (running != null) {
            return;
        }
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), WAITING);
            ExecutorService threads = WorkExecutors.pool("control", AT_ONCE);
            server.setExecutor(threads);
            server.createContext("/", this::answer);
            server.start();
            running = new Running(server, threads);
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            new ControlFile(address, secret).write(data);
        } catch (IOException e) {
            LOG.warn("The commands backup and check cannot ask the running program: {}", e.getMessage());
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isKnown(exchange)) {
                say(exchange, FORBIDDEN, "The secret is not that of this program.");
            } else if (!exchange.getRequestMethod().equals("POST")) {
                say(exchange, NOT_FOUND, "There is nothing else here.");
            } else if (!working.tryLock()) {
                say(
                        exchange,
                        REFUSED,
                        "The program is making another backup, or being checked; try again when that is done.");
            } else {
                try {
                    work(exchange);
                } catch (RuntimeException e) {
                    WorkFailures.report(LOG, "control", "A command that asked this program failed", e);
                    throw e;
                } finally {
                    working.unlock();
                }
            }
        }
    }

    private boolean isKnown(HttpExchange exchange) {
        String given = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
        return Digests.same(
                ("Bearer " + secret).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private void work(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case BACKUP -> backup(exchange);
            case CHECK -> check(exchange, false);
            case REPAIR -> check(exchange, true);
            case IMPORT -> book(exchange);
            default -> say(exchange, NOT_FOUND, "There is nothing else here.");
        }
    }

    /** If it fails after its beginning the connection ends before the answer does, and what was written has no manifest. */
    private void backup(HttpExchange exchange) throws IOException {
        Optional<String> passphrase = Optional.ofNullable(
                        exchange.getRequestHeaders().getFirst(PASSPHRASE))
                .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
        LateOutput out = new LateOutput(exchange);
        try {
            backups.to(new BufferedOutputStream(out, 1 << 16), new BackupOrder(data, passphrase), ProgressLog.SILENT);
            out.close();
        } catch (BackupRefused e) {
            if (out.hasBegun()) {
                throw new IOException(e);
            }
            say(exchange, REFUSED, e.getMessage());
        }
    }

    /** What is remembered of the bookings is written anew from memory, which the running program keeps true. */
    private void check(HttpExchange exchange, boolean repairs) throws IOException {
        StringBuilder lines = new StringBuilder();
        StoreFindings findings = new CheckStore().check(store);
        findings.all().forEach(finding -> lines.append(finding.line()).append('\n'));
        long left = findings.wrong() + findings.derived();
        if (repairs && findings.derived() > 0) {
            bookings.keepAnew();
            lines.append("done: what is remembered of the bookings was written anew\n");
            left = new CheckStore().check(store).wrong();
        }
        exchange.getResponseHeaders().set(WRONG, Long.toString(left));
        say(exchange, OK, lines.toString());
    }

    /** A line each of what is asked for, and of what was refused. */
    private void book(HttpExchange exchange) throws IOException {
        StringBuilder refusals = new StringBuilder();
        long refused = 0;
        long booked = 0;
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(exchange.getRequestBody(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            ImportedLine imported = imports.add(line);
            booked += imported.isNew() ? 1 : 0;
            if (imported.refusal().isPresent()) {
                refused++;
                refusals.append("refused: ").append(imported.refusal().get()).append('\n');
            }
        }
        exchange.getResponseHeaders().set(WRONG, Long.toString(refused));
        exchange.getResponseHeaders().set(BOOKED, Long.toString(booked));
        say(exchange, OK, refusals.toString());
    }

    private static void say(HttpExchange exchange, int status, @Nullable String text) throws IOException {
        byte[] body = Objects.requireNonNullElse(text, "").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.server().stop(0);
            running.threads().shutdownNow();
            running = null;
            try {
                Files.deleteIfExists(data.resolve(ControlFile.NAME));
            } catch (IOException e) {
                LOG.debug("What says where the program is asked stays; the next start replaces it", e);
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    /** Promises a backup once its first bytes are there. */
    private static final class LateOutput extends OutputStream {

        private final HttpExchange exchange;
        private @Nullable OutputStream body;

        LateOutput(HttpExchange exchange) {
            this.exchange = exchange;
        }

        boolean hasBegun() {
            return body != null;
        }

        private OutputStream body() throws IOException {
            OutputStream begun = body;
            if (begun == null) {
                exchange.sendResponseHeaders(OK, 0);
                begun = exchange.getResponseBody();
                body = begun;
            }
            return begun;
        }

        @Override
        public void write(int one) throws IOException {
            body().write(one);
        }

        @Override
        public void write(byte[] some, int from, int count) throws IOException {
            body().write(some, from, count);
        }

        @Override
        public void flush() throws IOException {
            body().flush();
        }

        @Override
        public void close() throws IOException {
            body().close();
        }
    }
}
