package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailIdentityTests {

    private static final String MAIL =
            "Message-ID: <1@example.org>\r\nFrom: a@example.org\r\nDate: x\r\n\r\nBonjour\r\n";

    private static String id(String mail) {
        return MailIdentity.of("room@rooms.example", "a@example.org", false, mail.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void knowsAMailAgainWhateverServersWroteOnTop() {
        assertThat(id("Return-Path: <a@example.org>\r\nReceived: from x\r\n by y\r\n" + MAIL))
                .isEqualTo(id(MAIL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Message-ID: <2@example.org>\r\nFrom: a@example.org\r\nDate: x\r\n\r\nBonjour\r\n",
                "Message-ID: <1@example.org>\r\nFrom: b@example.org\r\nDate: x\r\n\r\nBonjour\r\n",
                "Message-ID: <1@example.org>\r\nFrom: a@example.org\r\nDate: x\r\n\r\nBonsoir\r\n",
                "DKIM-Signature: x\r\nMessage-ID: <1@example.org>\r\nFrom: a@example.org\r\nDate: x\r\n\r\nBonjour\r\n",
                "Authentication-Results: x\r\n"
                        + "Message-ID: <1@example.org>\r\nFrom: a@example.org\r\nDate: x\r\n\r\nBonjour\r\n"
            })
    void takesAnotherMailForAnother(String other) {
        assertThat(id(other)).isNotEqualTo(id(MAIL));
    }

    @Test
    void tellsEnvelopesApart() {
        byte[] raw = MAIL.getBytes(StandardCharsets.UTF_8);

        assertThat(MailIdentity.of("other@rooms.example", "a@example.org", false, raw))
                .isNotEqualTo(id(MAIL));
        assertThat(MailIdentity.of("room@rooms.example", "", false, raw)).isNotEqualTo(id(MAIL));
        assertThat(MailIdentity.of("room@rooms.example", "a@example.org", true, raw))
                .isNotEqualTo(id(MAIL));
    }

    @Test
    void comparesAllOfAMailWithoutAName() {
        String nameless = "From: a@example.org\r\n\r\nBonjour\r\n";

        assertThat(id("Received: x\r\n" + nameless)).isNotEqualTo(id(nameless));
        assertThat(id(nameless)).isEqualTo(id(nameless));
    }
}
