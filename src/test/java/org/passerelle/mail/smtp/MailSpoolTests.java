package org.passerelle.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.MutableClock;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.Postbox;

class MailSpoolTests {

    @TempDir
    private Path folder;

    private final MutableClock clock = new MutableClock();

    private MailSpool spool(int mails, long bytes) {
        return new MailSpool(folder.resolve("mail"), new MailSpool.Bounds(mails, bytes), clock);
    }

    private static OutgoingMail mail(String id, String subject) {
        String text = "From: a@rooms.example\r\nTo: kim@example.org\r\nSubject: " + subject
                + "\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\nBonjour à tous";
        return new OutgoingMail(
                "<" + id + "@rooms.example>",
                "b@rooms.example",
                "kim@example.org",
                text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void showsWhatItKeepsTheNewestFirst() {
        MailSpool spool = spool(10, 100_000);

        spool.send(mail("one", "=?UTF-8?Q?Comit=C3=A9?="));
        clock.advance(Duration.ofMinutes(1));
        spool.send(mail("two", "Two"));

        assertThat(spool.newest(10)).extracting(SpooledMail::subject).containsExactly("Two", "Comité");
        SpooledMail newest = spool.newest(1).get(0);
        assertThat(spool.find(newest.id())).get().extracting(SpooledMail::to).isEqualTo("kim@example.org");
        assertThat(newest.text("text/plain")).contains("Bonjour à tous");
        assertThat(newest.headers()).first().isEqualTo(new SpooledMail.Header("Return-Path", "<b@rooms.example>"));
    }

    @Test
    void keepsAMailThatComesTwiceOnce() {
        MailSpool spool = spool(10, 100_000);

        spool.send(mail("one", "First"));
        spool.send(mail("one", "First"));

        assertThat(spool.newest(10)).hasSize(1);
    }

    @Test
    void forgetsTheOldestBeyondItsBounds() {
        MailSpool few = spool(2, 100_000);
        for (String id : new String[] {"one", "two", "three"}) {
            few.send(mail(id, id));
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(few.newest(10)).extracting(SpooledMail::subject).containsExactly("three", "two");

        spool(10, 1).send(mail("four", "four"));
        assertThat(few.newest(10)).extracting(SpooledMail::subject).containsExactly("four");
    }

    @Test
    void opensNothingBesidesItsMails() throws Exception {
        MailSpool spool = spool(10, 100_000);
        spool.send(mail("one", "one"));
        Files.writeString(folder.resolve("secret.eml"), "x");

        assertThat(Stream.of("../secret", "", "x".repeat(32), "0".repeat(32), "..%2fsecret"))
                .allSatisfy(id -> assertThat(spool.find(id)).isEmpty());
    }

    @Test
    void saysSoWhenItCannotKeepAMail() throws Exception {
        Files.writeString(folder.resolve("mail"), "a file in its place");

        assertThat(spool(10, 100_000).send(mail("one", "one")).outcome())
                .isEqualTo(Postbox.HandoverOutcome.UNREACHABLE);
    }
}
