package org.passerelle.mail.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.passerelle.mail.dkim.DkimKeys.Found;

/** Against a name server that knows one text, in two pieces. */
class DnsKeysTests {

    private DatagramSocket server;

    @BeforeEach
    void open() throws IOException {
        server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private DnsKeys keys() {
        return new DnsKeys("dns://127.0.0.1:" + server.getLocalPort());
    }

    private void answering() {
        Thread answers = new Thread(() -> {
            try {
                for (byte[] buffer = new byte[512]; ; ) {
                    DatagramPacket asked = new DatagramPacket(buffer, buffer.length);
                    server.receive(asked);
                    byte[] answer = answer(buffer, asked.getLength());
                    server.send(new DatagramPacket(answer, answer.length, asked.getSocketAddress()));
                }
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        answers.setDaemon(true);
        answers.start();
    }

    /** RFC 1035 section 4: the question again, and one TXT record for names that begin with {@code known}. */
    private static byte[] answer(byte[] asked, int length) {
        boolean isKnown = new String(asked, 13, 5, StandardCharsets.US_ASCII).equals("known");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(asked, 0, 2);
        out.writeBytes(new byte[] {(byte) 0x81, (byte) (isKnown ? 0x80 : 0x83), 0, 1, 0, (byte) (isKnown ? 1 : 0)});
        out.writeBytes(new byte[4]);
        out.write(asked, 12, length - 12);
        if (isKnown) {
            out.writeBytes(new byte[] {(byte) 0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, 18});
            piece(out, "v=DKIM1; p=");
            piece(out, "AbCd=");
        }
        return out.toByteArray();
    }

    private static void piece(ByteArrayOutputStream out, String text) {
        out.write(text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void readsATextOfSeveralPieces() {
        answering();

        Found found = keys().at("known._domainkey.example.org");

        assertThat(found.isSure()).isTrue();
        assertThat(found.texts()).containsExactly("v=DKIM1; p=AbCd=");
    }

    @Test
    void isSureThatThereIsNothing() {
        answering();

        assertThat(keys().at("other._domainkey.example.org")).isEqualTo(Found.NOTHING);
    }

    @Test
    @Timeout(5)
    void givesUpOnServersThatKeepSilent() {
        long begun = System.nanoTime();

        assertThat(keys().at("known._domainkey.example.org")).isEqualTo(Found.UNKNOWN);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void joinsWhatWasQuoted() {
        assertThat(DnsKeys.inOnePiece("\"v=DKIM1; k=rsa; p=AB\" CD")).isEqualTo("v=DKIM1; k=rsa; p=ABCD");
        assertThat(DnsKeys.inOnePiece("\"a \\\"b\\\"\"")).isEqualTo("a \"b\"");
        assertThat(DnsKeys.inOnePiece("")).isEmpty();
    }
}
