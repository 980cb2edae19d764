package org.passerelle.device.codec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.passerelle.device.credentials.Credential;

/**
 * A codec as far as a scheduler meets one: it takes {@code POST /bookingsputxml} by TLS with a certificate that it signed
 * itself, from the user it knows, and keeps the list if that is a good one. It can be told to misbehave.
 */
public final class CodecStub implements AutoCloseable {

    public static final Credential KNOWN = new Credential("passerelle", "p4ss:wörd");

    private static final String STORE_WORD = "changeit";

    private final HttpsServer server;
    private final X509Certificate certificate;
    private final List<PutList> taken = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Mood mood = Mood.WELL;

    /** How it answers. */
    public enum Mood {
        WELL,
        SILENT,
        HALF_AN_ANSWER,
        FAILING,
        REDIRECTING,
        WITHOUT_THE_INTERFACE
    }

    private CodecStub(HttpsServer server, X509Certificate certificate) {
        this.server = server;
        this.certificate = certificate;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** @param folder where its certificate is made, by the JDK's own tool */
    public static CodecStub startedIn(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("codec.p12");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "codec",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=Cisco-Codec",
                        "-validity",
                        "36500",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        STORE_WORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (tool.waitFor() != 0) {
            throw new IOException(said);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, STORE_WORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, STORE_WORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new CodecStub(server, (X509Certificate) keys.getCertificate("codec"));
    }

    public URI url() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    public String fingerprint() throws GeneralSecurityException {
        return PinnedTls.fingerprint(certificate);
    }

    public void becomes(Mood changed) {
        mood = changed;
    }

    /** Every list it took, the latest last. */
    public List<PutList> taken() {
        return List.copyOf(taken);
    }

    public PutList latest() {
        return taken.get(taken.size() - 1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (mood) {
            case WELL -> answerWell(exchange, body);
            case SILENT -> {
                await();
                exchange.close();
            }
            case HALF_AN_ANSWER -> {
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody().write("<Bookings".getBytes(StandardCharsets.US_ASCII));
                exchange.getResponseBody().flush();
                exchange.close();
            }
            case FAILING -> answer(exchange, 500, "");
            case REDIRECTING -> {
                exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
                answer(exchange, 302, "");
            }
            case WITHOUT_THE_INTERFACE -> answer(exchange, 404, "");
        }
    }

    private void answerWell(HttpExchange exchange, byte[] body) throws IOException {
        if (!KNOWN.basic().equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "");
            return;
        }
        boolean right = exchange.getRequestMethod().equals("POST")
                && exchange.getRequestURI().getPath().equals("/bookingsputxml")
                && exchange.getRequestHeaders().getFirst("Content-Type").startsWith("application/xml");
        if (!right) {
            answer(exchange, 400, "");
            return;
        }
        try {
            taken.add(PutList.parse(body));
            answer(exchange, 200, "<Bookings status=\"OK\"/>");
        } catch (AssertionError e) {
            answer(exchange, 400, String.valueOf(e.getMessage()));
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
