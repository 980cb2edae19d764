package org.passerelle.device.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.device.codec.CodecStub.Mood;
import org.passerelle.device.credentials.Credential;
import org.passerelle.directory.Codec;

/** One request to a codec that is well, or is not, over TLS on the loopback address. */
class CodecClientTests {

    private static final byte[] EMPTY = BookingsXml.of(List.of(), "");

    @TempDir
    static Path folder;

    private static CodecStub stub;

    private final CodecClient door = new CodecClient(Duration.ofSeconds(10), Duration.ofSeconds(20));
    private final CodecClient impatient = new CodecClient(Duration.ofSeconds(10), Duration.ofMillis(700));

    @BeforeAll
    static void start() throws Exception {
        stub = CodecStub.startedIn(folder);
    }

    @AfterAll
    static void stop() {
        stub.close();
    }

    @BeforeEach
    void isWell() {
        stub.becomes(Mood.WELL);
    }

    private static Codec codec(URI url, Optional<String> fingerprint) {
        return new Codec(Codec.Type.CISCO, url, "codec", fingerprint, false);
    }

    private static Codec pinned() throws Exception {
        return codec(stub.url(), Optional.of(stub.fingerprint()));
    }

    @Test
    void handsOverTheListToTheCertificateThatIsNamed() throws Exception {
        int before = stub.taken().size();

        assertThat(door.put(pinned(), CodecStub.KNOWN, EMPTY)).isEmpty();

        assertThat(stub.taken()).hasSize(before + 1);
    }

    @Test
    void tellsNothingToACertificateThatNobodySigned() {
        int before = stub.taken().size();

        assertThat(door.put(codec(stub.url(), Optional.empty()), CodecStub.KNOWN, EMPTY))
                .contains(CodecFailure.CERTIFICATE);

        assertThat(stub.taken()).hasSize(before);
    }

    @Test
    void tellsNothingToAnotherCertificateThanTheOneNamed() throws Exception {
        int before = stub.taken().size();
        String other = stub.fingerprint().substring(1) + (stub.fingerprint().startsWith("0") ? "1" : "0");

        assertThat(door.put(codec(stub.url(), Optional.of(other)), CodecStub.KNOWN, EMPTY))
                .contains(CodecFailure.CERTIFICATE);

        assertThat(stub.taken()).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource({
        "SILENT, TOO_SLOW",
        "HALF_AN_ANSWER, UNREACHABLE",
        "FAILING, REFUSED",
        "REDIRECTING, REFUSED",
        "WITHOUT_THE_INTERFACE, NOT_SUPPORTED"
    })
    void saysWhatWentWrong(Mood mood, CodecFailure why) throws Exception {
        stub.becomes(mood);
        CodecClient asking = why == CodecFailure.TOO_SLOW ? impatient : door;

        assertThat(asking.put(pinned(), CodecStub.KNOWN, EMPTY)).contains(why);
    }

    @Test
    void saysThatTheCredentialIsWrong() throws Exception {
        assertThat(door.put(pinned(), new Credential("passerelle", "wrong"), EMPTY))
                .contains(CodecFailure.WRONG_CREDENTIAL);
    }

    @Test
    void saysThatTheCodecDoesNotLikeTheList() throws Exception {
        byte[] wrong = "<Bookings status=\"OK\"><Booking/></Bookings>".getBytes(StandardCharsets.UTF_8);

        assertThat(door.put(pinned(), CodecStub.KNOWN, wrong)).contains(CodecFailure.REFUSED);
    }

    @Test
    void saysThatNobodyIsThere() throws Exception {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("https://127.0.0.1:" + socket.getLocalPort());
        }

        assertThat(door.put(codec(nobody, Optional.empty()), CodecStub.KNOWN, EMPTY))
                .contains(CodecFailure.UNREACHABLE);
        assertThat(door.put(codec(URI.create("https://codec.invalid"), Optional.empty()), CodecStub.KNOWN, EMPTY))
                .contains(CodecFailure.UNKNOWN_HOST);
    }
}
