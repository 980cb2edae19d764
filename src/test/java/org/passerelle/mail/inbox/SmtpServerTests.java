package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.mail.smtp.server.SmtpPeers;
import org.passerelle.mail.smtp.server.SmtpProperties;
import org.passerelle.mail.smtp.server.SmtpServer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The door for mail, word by word: what it offers, and what one peer can have of it. */
@ExtendWith(OutputCaptureExtension.class)
class SmtpServerTests extends SmtpDialogue {

    private static final int TOO_LARGE = Inbox.LARGEST + 1_000_000;

    /** A peer that says what it likes. */
    private static final class Peer implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader in;
        private final OutputStream out;

        Peer(Socket socket) throws IOException {
            this.socket = socket;
            socket.setSoTimeout(20_000);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            out = socket.getOutputStream();
        }

        static Peer at(int port) throws IOException {
            return new Peer(new Socket("127.0.0.1", port));
        }

        String read() throws IOException {
            String line = in.readLine();
            StringBuilder answer = new StringBuilder(String.valueOf(line));
            while (line != null && line.length() > 3 && line.charAt(3) == '-') {
                line = in.readLine();
                answer.append('\n').append(line);
            }
            return answer.toString();
        }

        void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        String say(String line) throws IOException {
            write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return read();
        }

        /** Up to where the mail begins. */
        Peer addressed() throws IOException {
            read();
            say("EHLO test.example");
            say("MAIL FROM:<kim@example.org>");
            assertThat(say("RCPT TO:<" + InvitationMails.SEINE + ">")).startsWith("250");
            return this;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static byte[] mail(String id) {
        return InvitationMails.mail("kim@example.org", id, "Content-Type: text/plain\n\nBonjour\n");
    }

    private Optional<InboxMail> logged(String id) {
        return logOfManager().stream()
                .filter(mail -> mail.course().subject().endsWith(id))
                .findFirst();
    }

    @Test
    void takesAMailInParts() throws IOException {
        byte[] mail = mail("parts-1");
        try (Peer peer = Peer.at(port()).addressed()) {
            peer.write("BDAT 40\r\n".getBytes(StandardCharsets.US_ASCII));
            peer.write(Arrays.copyOf(mail, 40));
            assertThat(peer.read()).startsWith("250");
            peer.write(("BDAT " + (mail.length - 40) + " LAST\r\n").getBytes(StandardCharsets.US_ASCII));
            peer.write(Arrays.copyOfRange(mail, 40, mail.length));
            assertThat(peer.read()).isEqualTo("250 2.0.0 Stored");
            assertThat(peer.say("QUIT")).startsWith("221");
        }

        await().until(() -> logged("parts-1").isPresent());
    }

    @Test
    void readsNoPartThatWouldMakeAMailTooLarge() throws IOException {
        try (Peer peer = Peer.at(port()).addressed()) {
            assertThat(peer.say("BDAT " + Long.MAX_VALUE)).startsWith("552");
            assertThat(peer.read()).isEqualTo("null");
        }
        try (Peer peer = Peer.at(port()).addressed()) {
            peer.write(("BDAT " + Inbox.LARGEST + "\r\n").getBytes(StandardCharsets.US_ASCII));
            peer.write(new byte[Inbox.LARGEST]);
            assertThat(peer.read()).startsWith("250");
            assertThat(peer.say("BDAT 1 LAST")).startsWith("552");
            assertThat(peer.read()).isEqualTo("null");
        }
    }

    @Test
    void storesNothingOfAMailThatBreaksOffAndLogsNoTrace(CapturedOutput output) throws IOException {
        byte[] mail = mail("broken-off");
        try (Peer peer = Peer.at(port()).addressed()) {
            peer.write(("BDAT " + (mail.length + 10) + " LAST\r\n").getBytes(StandardCharsets.US_ASCII));
            peer.write(mail);
        }
        try (Peer peer = Peer.at(port()).addressed()) {
            peer.say("DATA");
            peer.write(mail);
        }
        try (Peer peer = Peer.at(port())) {
            peer.read();
            peer.say("EHLO test.example");
            assertThat(peer.say("MAIL FROM:<a@b.example> SIZE=99999999999999999999"))
                    .startsWith("501");
        }
        send("kim@example.org", InvitationMails.SEINE, mail("after-broken"));

        await().until(() -> logged("after-broken").isPresent());
        assertThat(logged("broken-off")).isEmpty();
        assertThat(output.toString()).doesNotContain(" ERROR ", "\tat org.subethamail");
    }

    @Test
    void saysThatAMailIsTooLargeAndCutsOffWhoeverGoesOn() throws IOException {
        byte[] line = ("x".repeat(998) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (Peer peer = Peer.at(port()).addressed()) {
            peer.say("DATA");
            for (int i = 0; i < TOO_LARGE; i += line.length) {
                peer.write(line);
            }
            assertThat(peer.say(".")).startsWith("552");
            assertThat(peer.say("NOOP")).startsWith("250");
        }
        try (Peer peer = Peer.at(port()).addressed()) {
            peer.say("DATA");
            long sent = 0;
            try {
                while (sent < 100_000_000) {
                    peer.write(line);
                    sent += line.length;
                }
            } catch (IOException cutOff) {
                assertThat(cutOff).isNotNull();
            }
            assertThat(sent).isLessThan(100_000_000);
        }
    }

    @Test
    void endsAConnectionThatGuessesRecipients() throws IOException {
        try (Peer peer = Peer.at(port())) {
            peer.read();
            peer.say("EHLO test.example");
            for (int i = 0; i < 10; i++) {
                peer.say("MAIL FROM:<kim@example.org>");
                assertThat(peer.say("RCPT TO:<nobody" + i + "@rooms.it77.example>"))
                        .startsWith("550");
                peer.say("RSET");
            }
            peer.say("MAIL FROM:<kim@example.org>");
            assertThat(peer.say("RCPT TO:<nobody@rooms.it77.example>")).startsWith("421");
            assertThat(peer.read()).isEqualTo("null");
        }
    }

    private SmtpServer another(SmtpProperties settings) {
        SmtpServer made = new SmtpServer(inbox, settings, environment);
        made.start();
        return made;
    }

    private static int free() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @Test
    void servesSoManyConnectionsOfOneAddressAndNoMore() throws IOException {
        int port = free();
        SmtpServer small = another(new SmtpProperties(port, "127.0.0.1", 50, 3, null, null));
        List<Peer> peers = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                peers.add(Peer.at(port));
                assertThat(peers.get(i).read()).startsWith("220");
            }
            try (Peer more = Peer.at(port)) {
                assertThat(more.read()).startsWith("421 4.7.0");
            }
            peers.remove(0).close();
            await().until(() -> {
                try (Peer next = Peer.at(port)) {
                    return next.read().startsWith("220");
                }
            });
        } finally {
            for (Peer peer : peers) {
                peer.close();
            }
            small.stop();
        }
    }

    @Test
    void tellsAddressesOfOneNetworkForOne() throws UnknownHostException {
        assertThat(SmtpPeers.name(InetAddress.getByName("2001:db8:1:2::3")))
                .isEqualTo(SmtpPeers.name(InetAddress.getByName("2001:db8:1:2:9::1")))
                .isNotEqualTo(SmtpPeers.name(InetAddress.getByName("2001:db8:1:3::3")));
        assertThat(SmtpPeers.name(InetAddress.getByName("192.0.2.7"))).isEqualTo("192.0.2.7");
    }

    private static String pem(String name, byte[] bytes) {
        return "-----BEGIN " + name + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + name + "-----\n";
    }

    /** Takes any certificate, as mail servers do of each other. */
    private static SSLSocket secured(Socket plain) throws Exception {
        X509TrustManager any = new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type) {}

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) {}

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        };
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {any}, null);
        SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(plain, "localhost", 0, true);
        secure.startHandshake();
        return secure;
    }

    @Test
    void offersStartTlsWithACertificateAndNotWithout(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mx",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=mx.example",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit",
                        "-keypass",
                        "changeit")
                .inheritIO()
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        Key key = keys.getKey("mx", "changeit".toCharArray());
        Path keyFile = Files.writeString(folder.resolve("key.pem"), pem("PRIVATE KEY", key.getEncoded()));
        String certificate = pem("CERTIFICATE", keys.getCertificate("mx").getEncoded());
        int port = free();
        SmtpServer secure = another(new SmtpProperties(port, "127.0.0.1", 50, 20, certificate, "file:" + keyFile));
        try (Peer plain = Peer.at(port)) {
            plain.read();
            assertThat(plain.say("EHLO test.example")).contains("-STARTTLS", "-SIZE " + Inbox.LARGEST);
            assertThat(plain.say("STARTTLS")).startsWith("220");
            try (Peer peer = new Peer(secured(plain.socket))) {
                assertThat(peer.say("EHLO test.example")).startsWith("250").doesNotContain("null");
                peer.say("MAIL FROM:<kim@example.org>");
                peer.say("RCPT TO:<" + InvitationMails.SEINE + ">");
                peer.say("DATA");
                peer.write(mail("secured-1"));
                assertThat(peer.say("\r\n.")).isEqualTo("250 2.0.0 Stored");
            }
        } finally {
            secure.stop();
        }
        try (Peer peer = Peer.at(port())) {
            peer.read();
            assertThat(peer.say("EHLO test.example")).doesNotContain("STARTTLS");
        }
    }
}
