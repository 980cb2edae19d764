package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What it costs to take a mail apart grows with its size and not with its shape: ADR 44. */
class MailBoundsTests {

    private static final String HEAD = "From: a@evil.example\r\nTo: room@rooms.example\r\nMIME-Version: 1.0\r\n";
    private static final long MOST_BYTES_FOR_ONE = 100;

    static Stream<Arguments> shapes() {
        StringBuilder deep = new StringBuilder(HEAD);
        for (int i = 0; i < 2_000; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=\"b" + i + "\"\r\n\r\n--b" + i + "\r\n");
        }
        String parts = HEAD + "Content-Type: multipart/mixed; boundary=p\r\n\r\n" + "--p\r\n\r\nx\r\n".repeat(100_000);
        return Stream.of(
                Arguments.of("100,000 parts", parts),
                Arguments.of("2,000 multiparts in one another", deep.toString()),
                Arguments.of("20,000 header lines", HEAD + "X-A: b\r\n".repeat(20_000) + "\r\nx"),
                Arguments.of("a header of 100,000 lines", HEAD + "X-A: b\r\n" + " c\r\n".repeat(100_000) + "\r\nx"),
                Arguments.of("a header line of a megabyte", HEAD + "Subject: " + "x".repeat(1_000_000) + "\r\n\r\nx"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void allocatesLittleForEachByteOfAMail(String shape, String mail) {
        byte[] raw = mail.getBytes(StandardCharsets.US_ASCII);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        ParsedMail parsed = MailParser.parse(raw);

        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(parsed.first("from")).isEqualTo("a@evil.example");
        assertThat(allocated).as(shape).isLessThan(MOST_BYTES_FOR_ONE * raw.length);
    }
}
