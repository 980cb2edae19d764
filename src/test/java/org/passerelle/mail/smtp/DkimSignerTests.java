package org.passerelle.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.passerelle.mail.MailDraft;
import org.passerelle.mail.MailDraft.CalendarPart;
import org.passerelle.mail.MailDraft.MailBody;
import org.passerelle.mail.MailDraft.Mailbox;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.Postbox;

/** What we sign, checked by a verifier that is not ours. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DkimSignerTests {

    private KeyPair keys;
    private DkimSigner signer;

    @BeforeAll
    void makeAKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        signer = new DkimSigner("rooms.example", "p1", keys.getPrivate());
    }

    private static OutgoingMail mail() {
        return new MailDraft(
                        "<one@rooms.example>",
                        new Mailbox("Camille Girard (Passerelle)", "rsvp+1@rooms.example"),
                        new Mailbox("Kim  Lee", "kim@example.org"),
                        "Comité  de pilotage d’un nom si long qu’il faut plus d’une ligne pour l’écrire en entier",
                        Instant.parse("2026-03-25T09:00:00Z"),
                        new MailBody(
                                "Bonjour,  \n\n\n\t  à bientôt   \n\n\n",
                                Optional.of("<p>Bonjour</p>\n\n"),
                                Optional.of(new CalendarPart(
                                        "REQUEST", "BEGIN:VCALENDAR\r\n".getBytes(StandardCharsets.US_ASCII)))),
                        Map.of(
                                "References", "<a@rooms.example>",
                                "Reply-To", "camille@rooms.example, rsvp+1@rooms.example",
                                "Auto-Submitted", "auto-generated"))
                .under("b+1@rooms.example");
    }

    /** The signatures of {@code mail} that hold, with the key published as a DNS server would tell it. */
    private List<SignatureRecord> verified(byte[] mail) throws IOException, FailException {
        String record = "v=DKIM1; k=rsa; p="
                + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        return new DKIMVerifier((methods, selector, domain) ->
                        selector.toString().equals("p1") && domain.toString().equals("rooms.example")
                                ? List.of(record)
                                : List.of())
                .verify(new ByteArrayInputStream(mail));
    }

    @Test
    void signsSoThatAnIndependentVerifierIsContent() throws Exception {
        List<SignatureRecord> found = verified(signer.sign(mail().bytes()));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).getDToken()).hasToString("rooms.example");
        assertThat(found.get(0).getHeaders().stream().map(Object::toString))
                .contains("from", "reply-to", "to", "subject", "date", "message-id", "content-type");
    }

    @Test
    void signsWhatArrives() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Postbox postbox =
                    new SigningPostbox(signer, PostWiring.smtp(server.getSmtp().getPort()));

            assertThat(postbox.send(mail())).isEqualTo(Postbox.Receipt.TAKEN);

            ByteArrayOutputStream arrived = new ByteArrayOutputStream();
            server.getReceivedMessages()[0].writeTo(arrived);
            assertThat(verified(arrived.toByteArray())).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void signsTheSameMailTheSame() {
        assertThat(signer.sign(mail().bytes())).isEqualTo(signer.sign(mail().bytes()));
    }

    @Test
    void signsWhateverTheBodyEndsWith() throws Exception {
        for (String body : List.of("x\r\n", " \t \r\n x\r\n", "\r\n\r\nx y\t z \r\n\r\n\r\n")) {
            byte[] mail = ("From: a@rooms.example\r\nSubject:\r\n a  b\t c \r\n\r\n" + body)
                    .getBytes(StandardCharsets.US_ASCII);

            assertThat(verified(signer.sign(mail))).as(body).hasSize(1);
        }
    }

    /** The verifier errs here; the sum is that of RFC 6376 section 3.4.4. */
    @Test
    void signsAnEmptyBodyAsTheStandardSays() {
        for (String body : List.of("", "\r\n", " \t \r\n\r\n")) {
            byte[] mail = ("From: a@rooms.example\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII);

            assertThat(new String(signer.sign(mail), StandardCharsets.US_ASCII))
                    .contains("bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;");
        }
    }

    @Test
    void holdsNoLongerOnceAWordOrASenderIsChanged() {
        String signed = new String(signer.sign(mail().bytes()), StandardCharsets.US_ASCII);

        for (String forged : List.of(
                signed.replace("Bonjour", "Bonsoir"),
                signed.replace("To: ", "To: x"),
                signed.replace("Reply-To: camille@", "Reply-To: mallory@"),
                "From: boss@rooms.example\r\n" + signed,
                signed + "more\r\n")) {
            assertThatThrownBy(() -> verified(forged.getBytes(StandardCharsets.US_ASCII)))
                    .isInstanceOf(FailException.class);
        }
    }

    @Test
    void writesLinesThatEveryServerTakes() {
        String[] lines = new String(signer.sign(mail().bytes()), StandardCharsets.US_ASCII).split("\r\n");

        assertThat(Arrays.stream(lines).takeWhile(line -> !line.startsWith("Message-ID")))
                .isNotEmpty()
                .allMatch(line -> line.length() <= 78);
    }
}
