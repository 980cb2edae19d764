package org.passerelle.mail.inbox.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a mail is made of, it can be searched, at a cost that grows with its size alone. */
class ReadableMailTests {

    private static final String HEAD = "From: a@evil.example\r\nTo: room@rooms.example\r\n";

    /** Of the processor. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static Stream<Arguments> shapes() {
        StringBuilder multiparts = new StringBuilder(HEAD);
        for (int i = 0; i < 20_000; i++) {
            multiparts.append("Content-Type: multipart/mixed; boundary=\"b" + i + "\"\r\n\r\n--b" + i + "\r\n");
        }
        return Stream.of(
                Arguments.of("20,000 multiparts in one another", multiparts.toString()),
                Arguments.of(
                        "20,000 mails in one another", HEAD + "Content-Type: message/rfc822\r\n\r\n".repeat(20_000)),
                Arguments.of("500,000 beginnings of words", HEAD + "Subject: " + "=?".repeat(500_000) + "\r\n\r\n"),
                Arguments.of(
                        "200,000 words without an end", HEAD + "Subject: " + "=?a?q?b".repeat(200_000) + "\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void isReadToItsEndInTime(String shape, String mail) {
        long begun = THREADS.getCurrentThreadCpuTime();

        String text = ReadableMail.text((mail + "kim@example.org").getBytes(StandardCharsets.UTF_8));

        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begun)).isLessThan(LONGEST);
        assertThat(text).contains("kim@example.org");
    }

    @ParameterizedTest(name = "{0} levels deep")
    @ValueSource(ints = {1, 10, 40})
    void findsWhatIsEncodedInsideOfOtherMails(int depth) {
        String encoded = Base64.getMimeEncoder().encodeToString("to kim@example.org".getBytes(StandardCharsets.UTF_8));
        String inner = "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n" + encoded;

        String mail = HEAD + "Content-Type: message/rfc822\r\n\r\n".repeat(depth) + inner;

        assertThat(ReadableMail.text(mail.getBytes(StandardCharsets.UTF_8))).contains("to kim@example.org");
    }

    @Test
    void goesOnAfterAPartThatIsTooDeep() {
        String deep = "Content-Type: message/rfc822\r\n\r\n".repeat(500);
        String encoded = Base64.getMimeEncoder().encodeToString("to kim@example.org".getBytes(StandardCharsets.UTF_8));
        String mail = HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + deep
                + "\r\n--b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n" + encoded
                + "\r\n--b--\r\n";

        assertThat(ReadableMail.text(mail.getBytes(StandardCharsets.UTF_8))).contains("to kim@example.org");
    }

    @Test
    void decodesWordsAndWhatStandsBetweenThem() {
        assertThat(EncodedWords.decoded("Re: =?utf-8?Q?Kim_=C3=89t?=\r\n =?UTF-8?B?w6k=?= kim@example.org =?broken"))
                .isEqualTo("Re: Kim \u00c9t\u00e9 kim@example.org =?broken");
        assertThat(EncodedWords.decoded("=?no-such-charset?Q?kim?= and =?utf-8?q?=ZZ?="))
                .contains(" and ");
    }
}
