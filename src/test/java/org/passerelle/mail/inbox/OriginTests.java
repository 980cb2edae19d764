package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTests {

    private static final String EDGE = "mx.it77.example";

    private static ParsedMail mail(String... headers) {
        return MailParser.parse(
                (String.join("\r\n", headers) + "\r\n\r\nBonjour\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isVouchedFor(String results) {
        return Origin.isVouchedFor(mail("Authentication-Results: " + results), "camille@atelier-brie.example", EDGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille@atelier-brie.example | camille@atelier-brie.example",
                "Camille Moreau <Camille@Atelier-Brie.example> | camille@atelier-brie.example",
                "'\"Moreau, Camille (boss@it77.example)\" <camille@atelier-brie.example>' | camille@atelier-brie.example",
                "camille@atelier-brie.example (boss) | camille@atelier-brie.example",
                "=?utf-8?Q?=40?= <c.m+x@atelier-brie.example> | c.m+x@atelier-brie.example",
                "camille@atelier-brie.example <camille@atelier-brie.example> | camille@atelier-brie.example",
                "Camille @ Brie <camille@atelier-brie.example> | camille@atelier-brie.example",
                "boss@it77.example <camille@atelier-brie.example> | camille@atelier-brie.example"
            })
    void readsTheOneAddressOfTheFromHeader(String from, String address) {
        assertThat(Origin.sender(mail("From: " + from))).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Camille",
                "camille@atelier-brie.example, boss@it77.example",
                "boss@it77.example, <camille@atelier-brie.example>",
                "<boss@it77.example> <camille@atelier-brie.example>",
                "All: boss@it77.example <camille@atelier-brie.example>",
                "boss@it77.example; Camille <camille@atelier-brie.example>",
                "<camille@atelier-brie.example> boss",
                "\"camille\"@atelier-brie.example",
                "camille@[127.0.0.1]",
                "camille@atelier-brie.example\u0000"
            })
    void knowsNobodyWhereItIsNotClear(String from) {
        assertThat(Origin.sender(mail("From: " + from))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille@atelier-brie.example <Camille@atelier-brie.example> | false",
                "Camille @ Brie <camille@atelier-brie.example> | true",
                "boss@it77.example <camille@atelier-brie.example> | true",
                "\"boss@it77.example\" <camille@atelier-brie.example> | false",
                "Camille Moreau <camille@atelier-brie.example> | false",
                "camille@atelier-brie.example | false"
            })
    void seesWhereTheNameOfTheSenderIsAnotherAddress(String from, boolean isAnother) {
        assertThat(Origin.isNamedAsAnother(mail("From: " + from))).isEqualTo(isAnother);
    }

    @Test
    void knowsNobodyWhereThereAreTwoFromHeaders() {
        assertThat(Origin.sender(mail("From: a@example.org", "From: b@example.org")))
                .isEmpty();
        assertThat(Origin.sender(mail("Subject: x"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.it77.example; dmarc=pass header.from=atelier-brie.example",
                "mx.it77.example; spf=fail smtp.mailfrom=x@y.example; dkim=pass header.d=atelier-brie.example",
                "MX.it77.example 1; dkim=pass (2048-bit key) header.i=@Atelier-Brie.example header.s=k1"
            })
    void believesTheMailServerInFront(String results) {
        assertThat(isVouchedFor(results)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.evil.example; dmarc=pass header.from=atelier-brie.example",
                "mx.it77.example.evil.example; dmarc=pass header.from=atelier-brie.example",
                "mx.it77.example; dmarc=fail header.from=atelier-brie.example",
                "mx.it77.example; dmarc=pass header.from=evil.example",
                "mx.it77.example; dmarc=pass header.from=atelier-brie.example.evil.example",
                "mx.it77.example; spf=pass smtp.mailfrom=camille@atelier-brie.example",
                "mx.it77.example; dkim=pass header.d=evil.example",
                "mx.it77.example; dkim=fail (dkim=pass header.d=atelier-brie.example)",
                "mx.it77.example; dkim=fail reason=\"; dkim=pass header.d=atelier-brie.example\"",
                "mx.it77.example; none",
                "mx.it77.example",
                ""
            })
    void believesNothingElse(String results) {
        assertThat(isVouchedFor(results)).isFalse();
    }

    @Test
    void believesOneOfSeveralResultsAndNoneWhereThereIsNone() {
        ParsedMail two = mail(
                "Authentication-Results: other.example; dmarc=fail header.from=atelier-brie.example",
                "Authentication-Results: mx.it77.example; dmarc=pass header.from=atelier-brie.example");

        assertThat(Origin.isVouchedFor(two, "camille@atelier-brie.example", EDGE))
                .isTrue();
        assertThat(Origin.isVouchedFor(mail("Subject: x"), "camille@atelier-brie.example", EDGE))
                .isFalse();
    }

    /** A server in front that does not remove what others wrote under its name writes its own on top of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authentication-Results: mx.it77.example; dmarc=none header.from=atelier-brie.example",
                "Authentication-Results: mx.it77.example; dmarc=fail header.from=atelier-brie.example",
                "Authentication-Results: mx.it77.example; spf=pass smtp.mailfrom=x@y.example\r\nReceived: by mx.it77.example"
            })
    void believesNoResultBelowTheOneThatTheServerInFrontWrote(String own) {
        String forged = "Authentication-Results: mx.it77.example; dmarc=pass header.from=atelier-brie.example";
        List<String> headers = new ArrayList<>(List.of(own.split("\r\n")));
        headers.add(forged);

        assertThat(Origin.isVouchedFor(mail(headers.toArray(String[]::new)), "camille@atelier-brie.example", EDGE))
                .isFalse();
        assertThat(Origin.isVouchedFor(mail(forged), "camille@atelier-brie.example", EDGE))
                .isTrue();
    }

    @Test
    void believesEachOfTheFieldsThatStandTogetherOnTop() {
        ParsedMail mail = mail(
                "Received: by filter.it77.example",
                "Authentication-Results: mx.it77.example; dmarc=none header.from=atelier-brie.example",
                "Authentication-Results: mx.it77.example; dkim=pass header.d=atelier-brie.example",
                "Received: from atelier-brie.example");

        assertThat(Origin.isVouchedFor(mail, "camille@atelier-brie.example", EDGE))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: Auto-Generated; x=y",
                "List-Id: <salles.it77.example>",
                "Precedence: bulk",
                "Precedence: Junk",
                "Precedence: auto_reply"
            })
    void takesAnswersOfMachinesAndListsForThat(String header) {
        assertThat(Origin.isOfAMachine(mail("From: a@example.org", header), "a@example.org"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\\x", "("})
    void readsResultsHoweverLongWhatIsQuotedInThem(String filler) {
        String quoted = "\"" + filler.repeat(9_800 / filler.length()) + "\"";

        assertThatCode(() -> isVouchedFor("mx.it77.example; dkim=fail reason=" + quoted + " header.d=x.example"))
                .doesNotThrowAnyException();
    }

    @Test
    void takesMailWithoutAReturnPathForAMachines() {
        assertThat(Origin.isOfAMachine(mail("From: a@example.org"), "")).isTrue();
        assertThat(Origin.isOfAMachine(mail("From: a@example.org", "Auto-Submitted: no"), "a@example.org"))
                .isFalse();
        assertThat(Origin.isOfAMachine(mail("From: a@example.org", "Precedence: urgent"), "a@example.org"))
                .isFalse();
    }
}
