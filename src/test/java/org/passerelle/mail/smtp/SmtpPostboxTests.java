package org.passerelle.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.Postbox.HandoverOutcome;
import org.passerelle.mail.Postbox.Receipt;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpPostboxTests {

    private static final String TEXT = "Message-ID: <one@rooms.example>\r\nFrom: a@rooms.example\r\n"
            + "To: kim@example.org\r\nSubject:  two  spaces\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
            + "--x\r\nContent-Type:   text/plain\r\n\r\n.dot\r\n--x--\r\n";

    private static OutgoingMail mail() {
        return new OutgoingMail(
                "<one@rooms.example>",
                "b+1@rooms.example",
                "kim@example.org",
                TEXT.getBytes(StandardCharsets.US_ASCII));
    }

    private static SmtpPostbox towards(int port) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.getJavaMailProperties().put("mail.smtp.timeout", "5000");
        server.getJavaMailProperties().put("mail.smtp.connectiontimeout", "5000");
        return new SmtpPostbox(server);
    }

    @Test
    void handsOverTheBytesAsTheyAreUnderTheEnvelopeSender() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Receipt receipt = towards(server.getSmtp().getPort()).send(mail());

            assertThat(receipt).isEqualTo(Receipt.TAKEN);
            MimeMessage received = server.getReceivedMessages()[0];
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            received.writeTo(bytes);
            assertThat(bytes.toString(StandardCharsets.US_ASCII)).endsWith(TEXT.stripTrailing());
            assertThat(received.getHeader("Return-Path")).containsExactly("<b+1@rooms.example>");
        } finally {
            server.stop();
        }
    }

    @Test
    void isUnreachableWhenNobodyListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertThat(towards(port).send(mail()).outcome()).isEqualTo(HandoverOutcome.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 no such mailbox, REFUSED",
        "RCPT, 451 greylisted, LATER",
        "MAIL, 550 we do not like you, REFUSED",
        "., 552 too large, REFUSED",
        "., 452 full, LATER",
        "., '', LATER"
    })
    void tellsForGoodFromNotNow(String stage, String answer, HandoverOutcome outcome) throws Exception {
        try (ServerSocket listening = new ServerSocket(0)) {
            Thread server = new Thread(() -> answer(listening, stage, answer));
            server.start();

            SmtpPostbox postbox = towards(listening.getLocalPort());

            Receipt receipt = postbox.send(mail());

            assertThat(receipt.outcome()).isEqualTo(outcome);
            assertThat(receipt.detail()).contains(answer.isEmpty() ? "" : answer.substring(4));
            postbox.close();
            server.join();
        }
    }

    /** A server of few words, which says {@code answer} at that stage; nothing at all closes the connection. */
    private static void answer(ServerSocket listening, String stage, String answer) {
        try (Socket client = listening.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = client.getOutputStream()) {
            say(out, "220 hello");
            boolean isData = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                boolean isStage = isData ? line.equals(".") && stage.equals(".") : line.startsWith(stage);
                if (isStage && answer.isEmpty()) {
                    return;
                }
                if (isStage) {
                    isData = false;
                    say(out, answer);
                } else if (line.startsWith("DATA")) {
                    isData = true;
                    say(out, "354 go on");
                } else if (!isData) {
                    say(out, line.startsWith("QUIT") ? "221 bye" : "250 fine");
                }
            }
        } catch (IOException gone) {
            // The client has hung up, which is how each of these conversations ends.
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
