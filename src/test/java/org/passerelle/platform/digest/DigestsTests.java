package org.passerelle.platform.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DigestsTests {

    @Test
    void digestsAsTheStandardDoes() {
        assertThat(Digests.hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    /** RFC 4231 section 4.3. */
    @Test
    void authenticatesAsTheStandardDoes() {
        byte[] code = Digests.hmac(
                "Jefe".getBytes(StandardCharsets.US_ASCII),
                "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII));

        assertThat(HexFormat.of().formatHex(code))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void drawsTextsOfTheirLength() {
        assertThat(Digests.randomText(256)).hasSize(43).isNotEqualTo(Digests.randomText(256));
    }
}
