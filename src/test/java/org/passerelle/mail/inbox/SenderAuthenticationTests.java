package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.mail.dkim.SignedMails;
import org.passerelle.mail.inbox.InboxMail.MailCourse;
import org.passerelle.mail.inbox.SenderAuthentication.Certainty;

/** Whom a mail certainly comes from, where signers, servers in front and readers of mail might not read the same in it. */
class SenderAuthenticationTests {

    private static final Instant NOW = Instant.parse("2026-03-25T09:00:00Z");
    private static final String CAMILLE = "camille@example.org";
    private static final String BOSS = "boss@example.org";
    private static final String EDGE = "mx.it77.example";

    private final SignedMails mails = new SignedMails();

    private Certainty certainty(byte[] raw, String sender, @Nullable String authserv) {
        SenderAuthentication vouching = new SenderAuthentication(
                mails.verifier(), new InboxProperties(authserv, 5_000), Clock.fixed(NOW, ZoneOffset.UTC));
        return vouching.of(
                new InboxMail("1", NOW, "x@evil.example", "seine@rooms.example", false, MailCourse.NEW), sender, raw);
    }

    private String signed() {
        return new String(
                mails.signed(CAMILLE, "d=example.org; s=rsa; c=relaxed/relaxed; h=from:subject"),
                StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void isCertainOfASignedMail() {
        assertThat(certainty(bytes(signed()), CAMILLE, null)).isEqualTo(Certainty.SIGNED);
    }

    /** Mail programs show the address in brackets, and whoever vouches for the mail may have read the name before it. */
    @Test
    void isCertainOfNobodyWhoseNameIsTheAddressOfAnother() {
        String vouched = "Authentication-Results: " + EDGE + "; dmarc=pass header.from=example.org\r\n";

        assertThat(certainty(
                        bytes(vouched + "From: camille@example.org <camille@example.org>\r\n\r\nBonjour\r\n"),
                        CAMILLE,
                        EDGE))
                .isEqualTo(Certainty.VOUCHED);
        assertThat(certainty(
                        bytes(vouched + "From: boss@example.org <camille@example.org>\r\n\r\nBonjour\r\n"),
                        CAMILLE,
                        EDGE))
                .isEqualTo(Certainty.UNCERTAIN);
    }

    /** Whoever has any mail of a domain could otherwise send in the name of everybody there. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\r\n", "\n\n", "\n \n"})
    void isCertainOfNobodyWhereAnotherMailIsWrappedInAFieldOfASignedOne(String lineEnd) {
        String wrapped = String.join(
                lineEnd, "X-Seen: yes", "From: Boss <boss@example.org>", "Content-Type: text/calendar", "", "BEGIN:X");
        byte[] raw = bytes(wrapped + "\r\n" + signed());

        for (String sender : new String[] {BOSS, CAMILLE}) {
            assertThat(certainty(raw, sender, null)).isEqualTo(Certainty.UNCERTAIN);
        }
    }

    @Test
    void doesNotReadTheSenderOfTheWrappedMailAsTheSignedOne() {
        byte[] raw = bytes("X-Seen: yes\nFrom: Boss <boss@example.org>\n\nBEGIN:X\r\n" + signed());

        assertThat(Origin.sender(MailParser.parse(raw))).contains(BOSS);
        assertThat(certainty(raw, BOSS, null)).isEqualTo(Certainty.UNCERTAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Type: text/calendar", "Content-Transfer-Encoding: base64"})
    void isCertainOfNobodyWhereTheContentIsDeclaredTwice(String declaration) {
        assertThat(certainty(bytes(declaration + "\r\n" + signed()), CAMILLE, null))
                .isEqualTo(Certainty.SIGNED);
        assertThat(certainty(bytes((declaration + "\r\n").repeat(2) + signed()), CAMILLE, null))
                .isEqualTo(Certainty.UNCERTAIN);
    }

    @Test
    void isCertainOfNobodyWhereALongHeaderHidesTheSignedSender() {
        byte[] raw = bytes("From : Boss <boss@example.org>\r\nX: " + "x".repeat(20_000) + "\r\n" + signed());

        assertThat(certainty(raw, BOSS, null)).isEqualTo(Certainty.UNCERTAIN);
    }

    @Test
    void isCertainOfNobodyWhereTheServerInFrontVouchesForTheMailAround() {
        String vouched = "Authentication-Results: " + EDGE + "; dmarc=pass header.from=example.org\r\n";
        byte[] plain = bytes(vouched + "From: camille@example.org\r\n\r\nBonjour\r\n");
        byte[] wrapping = bytes(
                vouched + "X: a\nFrom: boss@example.org\n\nBEGIN:X\r\nFrom: camille@example.org\r\n\r\nBonjour\r\n");

        assertThat(certainty(plain, CAMILLE, EDGE)).isEqualTo(Certainty.VOUCHED);
        assertThat(certainty(wrapping, BOSS, EDGE)).isEqualTo(Certainty.UNCERTAIN);
    }
}
