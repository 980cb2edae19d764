package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a (b) c|a  c",
                "a (b (c; d) e) f|a  f",
                "a (b \\) c) d|a  d",
                "a (say \" c) d|a  d",
                "\"a (b\" <c>| <c>",
                "\"a \\\" <b>\" <c>| <c>",
                "a\\b|a\\b",
                "a ) b|a ) b"
            })
    void leavesOutWhatIsQuotedOrAComment(String value, String bare) {
        assertThat(HeaderText.bare(value).map(String::strip)).contains(bare);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a (b", "a (b (c)", "\"a", "\"a\\\"", "(\\)"})
    void saysNothingWhereAQuotationOrACommentHasNoEnd(String value) {
        assertThat(HeaderText.bare(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\"", "(", "(()", "\"", "\"\\"})
    void takesNoLongerThanItsLength(String unit) {
        String value = "Authentication-Results: x; \"" + unit.repeat(1_000_000 / unit.length());
        byte[] raw = (value + "\r\nFrom: a@example.org\r\n\r\nx").getBytes(StandardCharsets.UTF_8);

        SenderClaim claim = assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> SenderClaim.of(raw, "", "peer", false, Optional.of("mx.it77.example")));

        assertThat(claim.sender()).isEqualTo("a@example.org");
    }

    @Test
    void vouchesForNobodyBelowResultsThatCannotBeRead() {
        ParsedMail mail = MailParser.parse(("Authentication-Results: mx.it77.example; dmarc=fail (what\r\n"
                        + "Authentication-Results: mx.it77.example; dmarc=pass header.from=example.org\r\n\r\nx")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(Origin.isVouchedFor(mail, "a@example.org", "mx.it77.example"))
                .isFalse();
    }
}
