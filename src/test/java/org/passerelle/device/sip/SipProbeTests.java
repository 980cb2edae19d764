package org.passerelle.device.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.directory.SipAddress;
import org.passerelle.directory.SipAddress.Transport;

/** Devices that answer, or do not, on the loopback address. */
class SipProbeTests {

    private final SipProbe probe = new SipProbe(new SipLookup(), Duration.ofMillis(1_500));
    private SipStub stub;

    @BeforeEach
    void start() throws IOException {
        stub = SipStub.answering(SipStub.status("200 OK"));
    }

    @AfterEach
    void stop() throws IOException {
        stub.close();
    }

    private LineVerdict verdict(Transport transport) {
        return probe.ask(address(transport)).verdict();
    }

    private SipAddress address(Transport transport) {
        return SipAddress.parse("suite@127.0.0.1:" + stub.port() + ";transport=" + transport);
    }

    @ParameterizedTest
    @EnumSource
    void asksWithAllThatAQuestionNeeds(Transport transport) {
        assertThat(verdict(transport)).isEqualTo(LineVerdict.ANSWERS);

        assertThat(stub.heard()).hasSize(1);
        String request = stub.heard().get(0);
        assertThat(request)
                .startsWith("OPTIONS sip:suite@127.0.0.1:" + stub.port())
                .contains("\r\nVia: SIP/2.0/" + transport + " 127.0.0.1:")
                .contains(";branch=z9hG4bK", "\r\nMax-Forwards: 70\r\n", "\r\nTo: <sip:suite@127.0.0.1>\r\n")
                .contains("\r\nCSeq: 1 OPTIONS\r\n", "\r\nContent-Length: 0\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "200 OK, ANSWERS",
        "401 Unauthorized, ANSWERS",
        "405 Method Not Allowed, ANSWERS",
        "486 Busy Here, ANSWERS",
        "501 Not Implemented, ANSWERS",
        "404 Not Found, UNKNOWN_ADDRESS",
        "604 Does Not Exist Anywhere, UNKNOWN_ADDRESS",
        "480 Temporarily Unavailable, UNAVAILABLE",
        "408 Request Timeout, UNAVAILABLE",
        "503 Service Unavailable, TROUBLE"
    })
    void saysWhatAnAnswerMeans(String line, LineVerdict verdict) {
        stub.answers(SipStub.status(line));

        SipProbe.SipAnswer answer = probe.ask(address(Transport.UDP));

        assertThat(answer.verdict()).isEqualTo(verdict);
        assertThat(answer.status()).contains(Integer.valueOf(line.substring(0, 3)));
    }

    @ParameterizedTest
    @EnumSource
    void givesUpOnSilence(Transport transport) {
        stub.answers(SipStub.SILENCE);

        assertThat(verdict(transport)).isEqualTo(LineVerdict.SILENT);
    }

    @ParameterizedTest
    @EnumSource
    void takesGarbageForNoAnswer(Transport transport) {
        stub.answers(request -> "HTTP/1.1 200 OK\r\n\r\n");

        assertThat(verdict(transport)).isEqualTo(LineVerdict.GARBAGE);
    }

    @ParameterizedTest
    @EnumSource
    void takesTheAnswerToAnotherQuestionForNone(Transport transport) {
        stub.answers(request -> SipStub.status("200 OK").apply(request).replaceAll("Call-ID: ", "Call-ID: x"));

        assertThat(verdict(transport)).isEqualTo(LineVerdict.SILENT);
    }

    @ParameterizedTest
    @EnumSource
    void waitsForTheFinalAnswer(Transport transport) {
        UnaryOperator<String> trying = SipStub.status("100 Trying");
        AtomicInteger asked = new AtomicInteger();
        stub.answers(request -> transport == Transport.TCP
                ? trying.apply(request) + SipStub.status("404 Not Found").apply(request)
                : (asked.getAndIncrement() == 0 ? trying : SipStub.status("404 Not Found")).apply(request));

        assertThat(verdict(transport)).isEqualTo(LineVerdict.UNKNOWN_ADDRESS);
    }

    @Test
    void asksAgainWhenAQuestionIsLost() {
        AtomicInteger asked = new AtomicInteger();
        stub.answers(request ->
                asked.getAndIncrement() == 0 ? "" : SipStub.status("200 OK").apply(request));

        assertThat(verdict(Transport.UDP)).isEqualTo(LineVerdict.ANSWERS);
        assertThat(stub.heard()).hasSize(2);
        assertThat(stub.heard().get(0)).isEqualTo(stub.heard().get(1));
    }

    @ParameterizedTest
    @EnumSource
    void saysThatNothingListens(Transport transport) throws IOException {
        SipAddress gone = address(transport);
        stub.close();

        assertThat(probe.ask(gone).verdict()).isEqualTo(LineVerdict.CLOSED);
    }

    @Test
    void saysThatThereIsNoSuchHost() {
        assertThat(probe.ask(SipAddress.parse("suite@sip.invalid:5060")).verdict())
                .isEqualTo(LineVerdict.UNKNOWN_HOST);
    }
}
